import type { OutboxItem } from '@/lib/store/turn-store';
import { PermanentError } from './effect-errors';
import type { Handler } from './handler';

/** Hands one message to its channel, under `item.id` as idempotency key. Throws {@link PermanentError} where trying again is in vain. */
export type Sender = (item: OutboxItem) => Promise<void>;

/** Messages leave by whoever sends for their channel. */
export function messageSend(senders: ReadonlyMap<string, Sender>): Handler {
  return {
    attempts: 8,
    firstRetryMs: 1000,
    longestRetryMs: 10 * 60_000,
    hostOf: () => null,
    async carryOut(item) {
      const channel = String(item.payload.channel);
      const send = senders.get(channel);
      if (!send) throw new PermanentError('no-sender', `nothing sends messages of the channel ${channel}`);
      await send(item);
      return undefined;
    },
  };
}
