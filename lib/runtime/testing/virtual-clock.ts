import type { Clock } from '@/lib/clock';

export interface VirtualClock extends Clock {
  /** Moves time on and calls what became due, in order. What those start runs on its own. */
  advance(ms: number): void;
}

/** For tests: time stands still until it is moved. */
export function virtualClock(start: number): VirtualClock {
  let now = start;
  let waiting: { at: number; then: () => void }[] = [];
  return {
    now: () => now,
    after(ms, then) {
      const entry = { at: now + ms, then };
      waiting.push(entry);
      // What is due at once must not wait for the next move.
      if (ms <= 0) setImmediate(() => fire(now));
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    advance(ms) {
      now += ms;
      fire(now);
    },
  };

  function fire(until: number): void {
    const due = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
    waiting = waiting.filter(({ at }) => at > until);
    for (const { then } of due) then();
  }
}
