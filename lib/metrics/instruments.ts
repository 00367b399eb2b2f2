import type { ConversationKey, RuntimeEvent } from '@/lib/runtime/runtime-types';

/** `refused`: the event was recorded and changed nothing else. `duplicate`: its key was known. */
export type TurnOutcome = 'done' | 'refused' | 'quarantined' | 'duplicate';

export interface TurnSeen extends Pick<ConversationKey, 'workspaceId' | 'conversationId'> {
  /** See turn-id.ts. */
  turn: string;
  event: RuntimeEvent['type'];
  outcome: TurnOutcome;
  /** The version of the flow that ran; null where none did. */
  flowVersion: string | null;
  /** Ids of the effects that were put into the outbox. */
  effects: readonly string[];
  /** When it was asked for, epoch milliseconds; and how long the answer took, commit included. */
  at: number;
  took: number;
}

export interface RequestSeen {
  route: string;
  method: string;
  status: number;
  turn: string | null;
  at: number;
  took: number;
}

export interface AttemptSeen {
  /** The turn that decided the effect. */
  turn: string | null;
  effect: string;
  kind: string;
  attempt: number;
  result: 'done' | 'retry' | 'dead';
  at: number;
  took: number;
}

/** What a unit of the database's one writer was. */
export type UnitKind = 'turn' | 'other';

/**
 * What the running program tells whoever looks inside. Handed to each part that has something to tell; called on the
 * hot path, so nothing here may wait, throw, or keep what it is given. Times are milliseconds.
 */
export interface Instruments {
  request(seen: RequestSeen): void;
  turn(seen: TurnSeen): void;
  attempt(seen: AttemptSeen): void;
  /** A timer was heard so long after the time it was set for. */
  timer(late: number): void;
  /** A unit was committed or rolled back: waiting for the writer, loading and stepping, waiting for the commit. */
  unit(kind: UnitKind, waited: number, worked: number, committed: number): void;
  /** So many units shared one commit. */
  group(units: number): void;
  /** So many units wait for the writer now. */
  waiting(units: number): void;
  /** Another process had the database. Told once for each time it was waited for, with the whole wait. */
  busy(waited: number): void;
}

const nothing = (): void => undefined;

/** Nobody looks. */
export const NO_INSTRUMENTS: Instruments = {
  request: nothing, turn: nothing, attempt: nothing, timer: nothing, unit: nothing, group: nothing, waiting: nothing, busy: nothing,
};
