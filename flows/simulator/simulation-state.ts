import type { Calendar } from '@/flows/calendars/calendar';
import type { JsonObject } from '@/flows/document/json';
import type { Locale } from '@/flows/document/localized-text';
import type { Effect, Instant, KnowledgeResult, SessionState } from '@/flows/engine/engine-types';
import type { Staffing } from './script';
import type { Transcript, TranscriptEntry } from './transcript';

export interface SimulatedTimer {
  timerId: string;
  generation: number;
  fireAt: Instant;
}

/** Everything of a simulated conversation at one moment. Never changed: each event makes the next one of it. */
export interface SimulationState {
  readonly now: Instant;
  readonly session: SessionState;
  readonly entries: readonly TranscriptEntry[];
  readonly effects: readonly Effect[];
  readonly path: Readonly<Transcript['path']>;
  /** Those that run, the next one first. */
  readonly timers: readonly SimulatedTimer[];
  /** Every button shown so far. */
  readonly shown: readonly { value: string; label: string }[];
  /** How many messages the customer wrote. */
  readonly messages: number;
  /** Who holds the conversation, when it is not the flow. */
  readonly agent: string | null;
  readonly language: Locale;
  readonly contact: JsonObject;
  readonly calendars: Readonly<Record<string, Calendar>>;
  readonly staffing: Staffing;
  /** What the articles answered so far, by question. */
  readonly found: Readonly<Record<string, KnowledgeResult>>;
}
