import type { Sender } from '@/lib/runtime/effects/message-send';
import type { Receipt } from '@/lib/runtime/runtime-types';
import type { Store } from '@/lib/store/open-store';
import type { OutboxRecord } from '@/lib/store/turn-records';
import type { TurnProgram, TurnStore } from '@/lib/store/turn-store';

/**
 * Mistakes of other programs, planted around this one or, by {@link CHANGES}, in a copy of its text, in the test's child
 * process only, so that they are seen to be found.
 *
 * - `receipt-early`: the answer leaves before the commit
 * - `outbox-outside`: effects are written after the turn's commit, in one of their own
 * - `no-version`: two turns of one conversation at once, each on what it read
 * - `any-message-next`: a message leaves though an earlier one has not
 * - `unstable-ids`: each attempt reaches the provider under a key of its own
 * - `unknown-keys`: what a channel sends again is new
 * - `no-epoch`: what the assistant said leaves though an agent has taken over
 * - `no-generation`: a timer fires whatever it was set for
 * - `timer-first`: a timer leaves its table before its turn
 * - `no-bound`: as much waits as comes
 * - `no-savepoint`: what a failed turn had written stays
 */
export type Broken =
  | 'receipt-early' | 'outbox-outside' | 'no-version' | 'any-message-next' | 'unstable-ids' | 'unknown-keys' | 'no-epoch' | 'no-generation' | 'timer-first' | 'no-bound' | 'no-savepoint';

/** What a customer writes whose turn cannot be stored; no mistake, an accident. */
export const POISON = 'poison';

/** What the child is put together from. */
interface Parts {
  turns: TurnStore;
  send: Sender;
  answer(conversationId: string, key: string, receipt: Receipt): void;
}

/** The same parts with the mistake; as they are, without one. */
export function plant(broken: string | undefined, store: Store, parts: Parts): Parts {
  switch (broken as Broken | typeof POISON | undefined) {
    case 'outbox-outside':
      return { ...parts, turns: outboxOutside(store) };
    case 'unstable-ids':
      return { ...parts, send: (item) => parts.send({ ...item, id: item.attempts === 1 ? item.id : `${item.id}.${item.attempts}` }) };
    case 'receipt-early':
      return receiptEarly(parts);
    case 'unknown-keys':
      return { ...parts, turns: unknownKeys(parts.turns) };
    case 'no-generation':
      return { ...parts, turns: { ...parts.turns, dueTimers: (now, limit) => parts.turns.dueTimers(now, limit).then(late) } };
    case 'timer-first':
      return { ...parts, turns: timerFirst(store) };
    case POISON:
    case 'no-savepoint':
      return { ...parts, turns: poisoned(parts.turns) };
    default:
      return parts;
  }
}

function outboxOutside({ turns, admin }: Store): TurnStore {
  return {
    ...turns,
    async deliver(key, event, program) {
      const late: OutboxRecord[] = [];
      const delivered = await turns.deliver(key, event, withoutOutbox(program, late));
      if (late.length === 0) return delivered;
      const { workspaceId, conversationId } = key;
      const at = BigInt(Date.now());
      await admin.outbox.createMany({
        data: late.map(({ id, seq, kind, payload, epoch }) => ({ workspaceId, conversationId, id, seq, kind, payload: JSON.stringify(payload), epoch, nextAttemptAt: at, createdAt: at })),
      });
      return { ...delivered, outbox: true };
    },
  };
}

function withoutOutbox(program: TurnProgram, late: OutboxRecord[]): TurnProgram {
  return {
    ...program,
    turn(input) {
      const writes = program.turn(input);
      late.push(...writes.outbox);
      return { ...writes, outbox: [] };
    },
  };
}

function receiptEarly({ turns, send, answer }: Parts): Parts {
  const answered = new Set<string>();
  return {
    send,
    turns: {
      ...turns,
      deliver: (key, event, program) =>
        turns.deliver(key, event, {
          ...program,
          turn(input) {
            const writes = program.turn(input);
            answer(key.conversationId, event.key, { duplicate: false, seq: input.seq, at: input.now, outcome: writes.outcome });
            answered.add(`${key.conversationId} ${event.key}`);
            return writes;
          },
        }),
    },
    answer(conversationId, key, receipt) {
      if (!answered.delete(`${conversationId} ${key}`)) answer(conversationId, key, receipt);
    },
  };
}

function unknownKeys(turns: TurnStore): TurnStore {
  const seen = new Map<string, number>();
  return {
    ...turns,
    deliver(key, event, program) {
      const name = `${key.conversationId} ${event.key}`;
      const times = (seen.get(name) ?? 0) + 1;
      if (event.type === 'customer.message') seen.set(name, times);
      return turns.deliver(key, times === 1 ? event : { ...event, key: `${event.key}#${times}` }, program);
    },
  };
}

/** Between a timer's being read and its turn lies less than a millisecond here: longer, or no kill and no message ever falls into it. */
const LATE_MS = 300;

function late<T>(value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, LATE_MS, value));
}

function timerFirst({ turns, admin }: Store): TurnStore {
  return {
    ...turns,
    async dueTimers(now, limit) {
      const due = await turns.dueTimers(now, limit);
      for (const { workspaceId, sessionId, timerId } of due) await admin.timer.deleteMany({ where: { workspaceId, sessionId, timerId } });
      return due.length === 0 ? due : late(due);
    },
  };
}

function poisoned(turns: TurnStore): TurnStore {
  return {
    ...turns,
    deliver: (key, event, program) =>
      turns.deliver(key, event, {
        ...program,
        turn(input) {
          const writes = program.turn(input);
          if (event.type !== 'customer.message' || event.text !== POISON) return writes;
          // One place for two messages: noticed when most of the turn is written.
          return { ...writes, messages: [...writes.messages, ...writes.messages.slice(-1)] };
        },
      }),
  };
}
