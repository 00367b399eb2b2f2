/** A bucket of `burst` that fills again by `perSecond`. */
export interface RateLimit {
  burst: number;
  perSecond: number;
}

/** Returns 0 when the act is allowed and counted, else the seconds to wait. */
export type TakeToken = (key: string, now: number) => number;

/** Kept buckets: enough for the visitors of a busy hour; a forgotten one only starts full again. */
const MOST_KEYS = 20_000;

/** A token bucket per key, in memory. `now` is in milliseconds. */
export function createRateLimiter(limit: RateLimit): TakeToken {
  const buckets = new Map<string, { left: number; at: number }>();
  return (key, now) => {
    const known = buckets.get(key);
    const left = known ? Math.min(limit.burst, known.left + ((now - known.at) / 1000) * limit.perSecond) : limit.burst;
    const allowed = left >= 1;
    // Deleted and set again: a Map keeps insertion order, so its first key is the one unused for longest.
    buckets.delete(key);
    buckets.set(key, { left: allowed ? left - 1 : left, at: now });
    if (buckets.size > MOST_KEYS) buckets.delete(buckets.keys().next().value ?? key);
    return allowed ? 0 : Math.max(1, Math.ceil((1 - left) / limit.perSecond));
  };
}
