import type { Clock } from '@/lib/clock';
import type { OutboxItem, OutboxResult, TurnStore } from '@/lib/store/turn-store';
import type { ConversationKey, RuntimeEvent } from './runtime-types';

/** The effect can never succeed: it is not tried again. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Carries one effect out. `item.id` is the idempotency key: the same effect comes again when the process died between
 * the provider's answer and the note of it. Throws {@link PermanentError} where trying again is in vain.
 */
export type Sender = (item: OutboxItem) => Promise<void>;

interface Dispatching {
  clock: Clock;
  store: TurnStore;
  send: Sender;
  deliver(key: ConversationKey, event: RuntimeEvent): Promise<unknown>;
  /** Between 0 and 1; spreads retries of many effects that failed together. */
  jitter(): number;
}

const BATCH = 50;
const ATTEMPTS = 8;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 10 * 60_000;

/** One pass over the outbox: what may leave now leaves, side by side across conversations, in order within one. */
export async function dispatchOutbox(dispatching: Dispatching): Promise<number | null> {
  const { clock, store } = dispatching;
  const items = await store.claimOutbox(clock.now(), BATCH);
  await Promise.all(items.map((item) => dispatch(dispatching, item)));
  // The next message of a conversation could only be claimed once this one was finished.
  return items.length > 0 ? clock.now() : store.nextOutboxAt();
}

async function dispatch(dispatching: Dispatching, item: OutboxItem): Promise<void> {
  const { clock, store } = dispatching;
  const { result, code } = await attempt(dispatching, item);
  if (result.kind === 'dead') {
    // First the turn, then the mark: a crash between them repeats the event, which is known by its key.
    await dispatching.deliver(item, {
      key: `failed:${item.id}`, type: 'effect.failed', effectId: item.id, error: { code, message: result.error.slice(0, 500) },
    });
  }
  await store.finishOutbox(item, result, clock.now());
}

async function attempt({ clock, send, jitter }: Dispatching, item: OutboxItem): Promise<{ result: OutboxResult; code: string }> {
  try {
    await send(item);
    return { result: { kind: 'done' }, code: '' };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof PermanentError) return { result: { kind: 'dead', error: message }, code: error.code };
    if (item.attempts >= ATTEMPTS) return { result: { kind: 'dead', error: message }, code: 'exhausted' };
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (item.attempts - 1));
    return { result: { kind: 'retry', at: clock.now() + Math.round(wait * (0.5 + jitter() / 2)), error: message }, code: '' };
  }
}
