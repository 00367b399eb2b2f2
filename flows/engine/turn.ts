import type { MachineContext } from '@/flows/compiler/machine-json';
import type { Json, JsonObject } from '@/flows/document/json';
import type { Locale } from '@/flows/document/localized-text';
import type { EngineFailure } from './engine-failure';
import type { Facts, InboundMessage, Instant, Limits } from './engine-types';

/** What guards and actions of one turn may see of it. Travels inside the machine's event, because XState passes nothing else. */
export interface Turn {
  message: InboundMessage | undefined;
  /** The result heard, when the event is one. */
  result: Json | undefined;
  now: Instant;
  facts: Facts;
  languages: readonly Locale[];
  limits: Limits;
  /** Set by a guard that fails: XState wraps what a guard throws and loses what it was. */
  failure?: EngineFailure;
}

export interface MachineEvent {
  type: string;
  turn: Turn;
}

/** The names templates and expressions know: variables, and above them `contact` and `message`. */
export function environmentOf(turn: Turn, context: MachineContext): JsonObject {
  return { ...context.variables, contact: turn.facts.contact ?? {}, message: { text: turn.message?.text ?? '' } };
}
