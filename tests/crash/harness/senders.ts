import type { ConversationKey, Receipt, RuntimeEvent } from '@/lib/runtime/runtime-types';
import type { SentEvent } from '../check/evidence';
import type { Fleet } from './fleet';
import type { Random } from './random';

/** What a channel or an agent's page does: sends until it is answered, always with the same key. */
export interface Senders {
  send(key: ConversationKey, event: RuntimeEvent): Promise<Receipt>;
  /** Everything sent so far. */
  sent: readonly SentEvent[];
}

/** Somebody sent the same for so long that nobody would any more. */
export class UnansweredError extends Error {
  override readonly name = 'UnansweredError';

  constructor(readonly event: SentEvent) {
    super(`${event.conversationId} ${event.key} was never answered`);
  }
}

/** After something that was not answered. */
const PAUSE_MS = 20;
/** Channels repeat themselves without need as well, one after the other or at the same time. */
const AGAIN = 0.05;
const TWICE = 0.03;

/** @param patience milliseconds after which {@link Senders.send} rejects with UnansweredError */
export function createSenders(fleet: Fleet, random: Random, patience: number): Senders {
  const sent: SentEvent[] = [];
  let instant = 0;

  async function attempt(key: ConversationKey, event: RuntimeEvent, record: SentEvent): Promise<Receipt> {
    for (const until = Date.now() + patience; Date.now() < until; ) {
      record.attempts += 1;
      const receipt = await fleet.deliver(key, event);
      if (receipt) {
        const { seq, at, duplicate, outcome } = receipt;
        record.receipts.push({ seq, at, duplicate, outcome: JSON.stringify(outcome) });
        record.acknowledgedAt ??= instant += 1;
        return receipt;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    throw new UnansweredError(record);
  }

  return {
    sent,
    async send(key, event) {
      const record: SentEvent = {
        conversationId: key.conversationId, key: event.key, type: event.type, text: 'text' in event ? event.text : null, firstSentAt: (instant += 1), acknowledgedAt: null,
        receipts: [], attempts: 0,
      };
      sent.push(record);
      if (random.chance(TWICE)) {
        const [first] = await Promise.all([attempt(key, event, record), attempt(key, event, record)]);
        return first;
      }
      const receipt = await attempt(key, event, record);
      if (random.chance(AGAIN)) await attempt(key, event, record);
      return receipt;
    },
  };
}
