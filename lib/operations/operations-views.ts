import type { Json } from '@/flows/document/json';
import type { LocalizedText } from '@/flows/document/localized-text';

/** Names a failed turn: the place of its event in its conversation's order. */
export interface FailedTurnKey {
  conversationId: string;
  seq: number;
}

/** Why a failed turn cannot be played again now, as an error code; null when it can. */
export type NotPlayable = 'turn-settled' | 'turn-held' | 'turn-over' | 'turn-not-playable';

/** operations.failedTurns: one row. Times are epoch milliseconds. */
export interface FailedTurnRow extends FailedTurnKey {
  at: number;
  /** Kind of the event, such as customer.message. */
  event: string;
  customer: string | null;
  flow: { id: string; name: string; number: number } | null;
  /** The step it failed on, when one is known. */
  step: { id: string; title: LocalizedText } | null;
  /** Kind of the failure; has words under `trace.failure`. */
  reason: string;
  /** For the author: the failure's own words. */
  detail: string;
  settled: { at: number; how: 'replayed' | 'put-aside'; by: string | null } | null;
  notPlayable: NotPlayable | null;
}

/** operations.failedTurn: what it failed on, as it was. */
export interface FailedTurnView extends FailedTurnRow {
  /** The customer's. */
  language: string;
  /** What the customer wrote, when she did. */
  text: string | null;
  /** The event, the facts and the state before it, and how far the flow came; null where the turn had none. */
  recorded: { event: Json; facts: Json; state: Json; trace: Json };
}

export interface FailedTurnsView {
  /** How many are open, whichever list is read. */
  open: number;
  turns: FailedTurnRow[];
}

/** operations.failedDeliveries: one row. */
export interface FailedDeliveryRow {
  id: string;
  conversationId: string;
  customer: string | null;
  channel: string;
  /** message.send, http.request… */
  kind: string;
  /** The message's words; null for what is no message. */
  text: string | null;
  attempts: number;
  error: string;
  at: number;
  /** The assistant wrote it, and an agent has taken over since: it cannot be sent any more. */
  old: boolean;
}
