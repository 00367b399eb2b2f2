/** Where the impure part of the program gets its time from. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `then` after that many milliseconds; the returned function cancels it. Does not keep the process alive. */
  after(ms: number, then: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, then) {
    const timer = setTimeout(then, Math.max(0, ms));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
