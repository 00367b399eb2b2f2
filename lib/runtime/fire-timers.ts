import type { Clock } from '@/lib/clock';
import type { DueTimer, TurnStore } from '@/lib/store/turn-store';
import type { ConversationKey, RuntimeEvent } from './runtime-types';

/** One pass fires at most this many, then looks at what else waits. */
const BATCH = 200;
/** Fired beside each other: enough to share commits, and few enough that a customer's turn finds the store free. */
const AT_ONCE = 16;

/**
 * One pass over the durable timers. The table is the truth: a timer leaves it in the turn that hears it, so that one
 * due while the process was down fires late rather than never, and one fired twice is the same event.
 */
export async function fireTimers(clock: Clock, store: TurnStore, deliver: (key: ConversationKey, event: RuntimeEvent) => Promise<unknown>): Promise<number | null> {
  const timers = await store.dueTimers(clock.now(), BATCH);
  const waiting = timers.values();
  const failures: unknown[] = [];
  // One that cannot be delivered must not keep the others from firing; it is tried again with the next pass.
  const fire = async (): Promise<void> => {
    for (const timer of waiting) await deliver(timer, eventOf(timer)).catch((failure: unknown) => failures.push(failure));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fire));
  if (failures.length > 0) throw failures[0];
  return store.nextTimerAt();
}

/** A due timer as the event its conversation hears. The key makes a second firing the same event. */
export function eventOf({ sessionId, timerId, generation, fireAt }: DueTimer): RuntimeEvent {
  return { key: `timer:${sessionId}:${timerId}:${generation}`, type: 'timer.due', sessionId, timerId, generation, fireAt };
}
