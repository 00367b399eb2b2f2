import type { Json } from '@/flows/document/json';
import type { Clock } from '@/lib/clock';
import type { OutboxItem, OutboxResult, TurnStore } from '@/lib/store/turn-store';
import { PermanentError, RetryableError } from './effects/effect-errors';
import type { Handler } from './effects/handler';
import { hostSlots } from './effects/host-slots';
import type { ConversationKey, RuntimeEvent } from './runtime-types';

interface Dispatching {
  clock: Clock;
  store: TurnStore;
  /** By kind of effect. */
  handlers: Readonly<Record<string, Handler>>;
  deliver(key: ConversationKey, event: RuntimeEvent): Promise<unknown>;
  /** Something was finished: what waited behind it may leave. */
  wake(): void;
  /** One effect's result could not be noted, and it will be tried again. */
  failed(error: unknown): void;
  /** Between 0 and 1; spreads retries of many effects that failed together. */
  jitter(): number;
}

export interface Dispatcher {
  /** Begins what may leave now, and does not wait for it. Gives when to look again. */
  pass(): Promise<number | null>;
  /** Resolves when what was begun is over. What waits for a slot does not begin any more. */
  stop(): Promise<void>;
}

const BATCH = 50;
/** Messages handed to channels at once; each is of another conversation. */
const MESSAGES = 200;
/** A host with too many requests is asked again after this long. */
const LATER_MS = 2000;
/** Looks again after this long while there are no slots; a slot that becomes free wakes it earlier. */
const CROWDED_MS = 1000;

/** Carries out what conversations left in the outbox: side by side across conversations, messages of one in their order. */
export function createDispatcher(dispatching: Dispatching): Dispatcher {
  const { clock, store, handlers, deliver, jitter } = dispatching;
  const slots = hostSlots();
  const underway = new Set<Promise<void>>();

  function begin(item: OutboxItem): Promise<void> | undefined {
    const host = handlers[item.kind]?.hostOf(item) ?? null;
    if (host === null) return void track(carry(item));
    const taken = slots.take(host, () => track(carry(item)));
    return taken ? undefined : store.finishOutbox(item, { kind: 'later', at: clock.now() + LATER_MS }, clock.now());
  }

  function track(work: Promise<void>): Promise<void> {
    const tracked: Promise<void> = work.catch(dispatching.failed).finally(() => {
      underway.delete(tracked);
      dispatching.wake();
    });
    underway.add(tracked);
    return tracked;
  }

  async function carry(item: OutboxItem): Promise<void> {
    const { result, event } = await attempt(item);
    try {
      // The turn that hears it marks it as well; what nobody hears, or heard before it was sent again, is marked here.
      if (event) await deliver(item, event);
      await store.finishOutbox(item, result, clock.now());
    } catch (error) {
      // It may have been done: its next attempt is another one.
      await store.finishOutbox(item, { kind: 'retry', at: clock.now() + LATER_MS, error: 'its result could not be noted' }, clock.now());
      throw error;
    }
  }

  async function attempt(item: OutboxItem): Promise<{ result: OutboxResult; event?: RuntimeEvent }> {
    const handler = handlers[item.kind];
    try {
      if (!handler) throw new PermanentError('no-handler', `nothing carries out ${item.kind}`);
      const heard = await handler.carryOut(item);
      return { result: { kind: 'done' }, ...(heard !== undefined && { event: succeeded(item, heard) }) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const code = error instanceof PermanentError || error instanceof RetryableError ? error.code : 'exhausted';
      if (!handler || error instanceof PermanentError || item.attempts >= handler.attempts) {
        return { result: { kind: 'dead', error: message }, event: failed(item, code, message) };
      }
      const wait = Math.min(handler.longestRetryMs, handler.firstRetryMs * 2 ** (item.attempts - 1));
      const asked = error instanceof RetryableError ? (error.after ?? 0) : 0;
      return { result: { kind: 'retry', at: clock.now() + Math.max(asked, Math.round(wait * (0.5 + jitter() / 2))), error: message } };
    }
  }

  return {
    async pass() {
      const crowded = [...(slots.full() ? ['http.request'] : []), ...(underway.size >= MESSAGES ? ['message.send'] : [])];
      const items = await store.claimOutbox(clock.now(), BATCH, crowded);
      await Promise.all(items.map(begin));
      if (items.length > 0) return clock.now();
      const next = await store.nextOutboxAt();
      // What is due and was not given waits for something underway, whose end wakes us.
      return next !== null && next <= clock.now() ? clock.now() + CROWDED_MS : next;
    },
    async stop() {
      slots.clear();
      while (underway.size > 0) await Promise.all(underway);
    },
  };
}

/** One key for both ends: whichever is heard first is the end, also when two processes came to different ones. */
const keyOf = ({ id }: OutboxItem): string => `ended:${id}`;

function succeeded(item: OutboxItem, result: Json): RuntimeEvent {
  return { key: keyOf(item), type: 'effect.succeeded', effectId: item.id, result };
}

function failed(item: OutboxItem, code: string, message: string): RuntimeEvent {
  return { key: keyOf(item), type: 'effect.failed', effectId: item.id, error: { code, message: message.slice(0, 500) } };
}
