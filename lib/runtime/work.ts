import type { Instant } from '@/flows/engine/engine-types';

/** What was left to do beside turns, told to whoever looks after it: sooner than they would have looked by themselves. */
export interface Work {
  /** A timer was set for this instant. */
  timerAt?: Instant;
  /** Something may leave the outbox. */
  outbox?: true;
  /** The schedules of a flow have changed. */
  schedules?: true;
}

/** Both, as one. */
export function joined(a: Work, b: Work): Work {
  const timerAt = Math.min(a.timerAt ?? Infinity, b.timerAt ?? Infinity);
  return { ...a, ...b, ...(timerAt !== Infinity && { timerAt }) };
}
