import type { NodeId } from '@/flows/document/flow-document';
import type { Json } from '@/flows/document/json';
import type { Effect, SessionState, TraceEntry } from '@/flows/engine/engine-types';

/** What began a turn: the customer, an agent, or time. */
export interface TurnCause {
  at: string;
  from: 'customer' | 'agent' | 'assistant' | 'system';
  text?: string;
  event?: string;
}

/** What was said or happened within a turn; buttons by the words on them. */
export interface Said {
  from: 'customer' | 'agent' | 'assistant' | 'system';
  /** Only when it is not the turn's. */
  at?: string;
  text?: string;
  buttons?: string[];
  event?: string;
}

/** A timer, by the step it belongs to and when it fires. */
export interface SetTimer {
  node: NodeId;
  at: string;
}

/** One thing that differs within a turn. Null on a side where there is nothing. `step` is where the conversation stood. */
export type Facet =
  | { kind: 'cause'; expected: TurnCause | null; actual: TurnCause | null }
  | { kind: 'path'; step: NodeId | null; expected: TraceEntry | null; actual: TraceEntry | null }
  | { kind: 'said'; expected: Said | null; actual: Said | null }
  | { kind: 'variable'; name: string; expected: Json | null; actual: Json | null }
  | { kind: 'effect'; expected: Effect | null; actual: Effect | null }
  | { kind: 'timer'; expected: SetTimer | null; actual: SetTimer | null }
  | { kind: 'state'; expected: SessionState['status']; actual: SessionState['status'] };

/** The first turn where two conversations part, and what parts them, the most telling first. */
export interface Difference {
  /** From 1. */
  turn: number;
  facets: [Facet, ...Facet[]];
}
