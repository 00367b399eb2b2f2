import type { Sender } from '@/lib/runtime/effects/message-send';
import type { Receipt } from '@/lib/runtime/runtime-types';
import type { Store } from '@/lib/store/open-store';
import type { OutboxRecord } from '@/lib/store/turn-records';
import type { TurnProgram, TurnStore } from '@/lib/store/turn-store';

/**
 * Mistakes of other programs, planted around this one in the test's child process only, so that the checker is seen to
 * find them. `outbox-outside`: effects are written after the turn's commit, in one of their own. `unstable-ids`: each
 * attempt reaches the provider under a key of its own. `receipt-early`: the answer leaves before the commit.
 */
export type Broken = 'outbox-outside' | 'unstable-ids' | 'receipt-early';

/** What the child is put together from. */
interface Parts {
  turns: TurnStore;
  send: Sender;
  answer(conversationId: string, key: string, receipt: Receipt): void;
}

/** The same parts with the mistake; as they are, without one. */
export function plant(broken: string | undefined, store: Store, parts: Parts): Parts {
  switch (broken as Broken | undefined) {
    case 'outbox-outside':
      return { ...parts, turns: outboxOutside(store) };
    case 'unstable-ids':
      return { ...parts, send: (item) => parts.send({ ...item, id: item.attempts === 1 ? item.id : `${item.id}.${item.attempts}` }) };
    case 'receipt-early':
      return receiptEarly(parts);
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
