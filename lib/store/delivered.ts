import type { Committed, ConversationKey, Outcome, Receipt } from '@/lib/runtime/runtime-types';
import type { TurnWrites } from './turn-records';
import type { Delivered } from './turn-store';

export type Done = Omit<Delivered, 'receipt'>;

/** What became of one turn: what was written, and the error of the turn that was tried first. */
export interface Turned {
  writes: TurnWrites;
  failure: unknown;
}

/** Before any turn. */
export function nothing(): Done {
  return { committed: [], nextTimerAt: null, routing: false, outbox: false, failure: undefined };
}

/** The columns quarantinedAt and error. */
export function quarantine(writes: TurnWrites, now: number): [number | null, string | null] {
  return writes.quarantine ? [now, JSON.stringify(writes.quarantine)] : [null, null];
}

/** A known key's receipt, from the columns of its row. */
export function repeated(seq: unknown, at: unknown, outcome: unknown): Receipt {
  return { duplicate: true, seq: Number(seq), at: Number(at), outcome: JSON.parse(String(outcome)) as Outcome };
}

/** Adds what one turn did. */
export function collect(done: Done, { workspaceId, conversationId }: ConversationKey, { writes, failure }: Turned): void {
  const told: Committed[] = writes.messages.map((message) => ({ kind: 'message', workspaceId, conversationId, message }));
  done.committed.push(...told, { kind: 'conversation', workspaceId, conversationId });
  if (writes.routing) done.committed.push({ kind: 'queue', workspaceId });
  for (const timer of writes.timers) {
    if ('set' in timer) done.nextTimerAt = Math.min(done.nextTimerAt ?? Infinity, timer.set.fireAt);
  }
  done.routing ||= writes.routing;
  done.outbox ||= writes.outbox.length > 0;
  done.failure ??= failure;
}
