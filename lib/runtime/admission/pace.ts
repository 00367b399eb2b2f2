/** Busy time after which what was measured counts half, in milliseconds. */
const MEMORY_MS = 5000;
/** Units per second, before anything was measured. */
const FIRST_GUESS = 100;

/** How fast work gets done while there is some: idle time does not count. Times in milliseconds. */
export interface Pace {
  began(now: number): void;
  /** @param took how long it was under way */
  ended(now: number, took: number): void;
  /** Units per second. */
  perSecond(): number;
  /** How long one unit is under way, on average. */
  unitMs(): number;
}

export function createPace(): Pace {
  let running = 0;
  let since = 0;
  let busy = 0;
  let units = 0;
  let took = 0;

  return {
    began(now) {
      if (running === 0) since = now;
      running += 1;
    },
    ended(now, unitTook) {
      running -= 1;
      busy += now - since;
      since = now;
      units += 1;
      took += unitTook;
      if (busy > MEMORY_MS) {
        busy /= 2;
        units /= 2;
        took /= 2;
      }
    },
    perSecond: () => (units === 0 ? FIRST_GUESS : (units * 1000) / Math.max(1, busy)),
    unitMs: () => (units === 0 ? 1000 / FIRST_GUESS : took / units),
  };
}
