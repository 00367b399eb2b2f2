/** Failures after which further attempts are refused until the window is over. */
const FAILURES = 10;
const WINDOW_MS = 5 * 60_000;
/** Addresses remembered at once; the oldest are forgotten first. */
const REMEMBERED = 10_000;

/** Slows down guessing: counts failed sign-ins by account and by sender. Successes are not counted, people share addresses. */
export interface SignInThrottle {
  /** Whether any of the keys has failed too often. */
  blocked(keys: readonly string[]): boolean;
  failed(keys: readonly string[]): void;
  succeeded(keys: readonly string[]): void;
}

export function createSignInThrottle(now: () => number): SignInThrottle {
  const entries = new Map<string, { failures: number; until: number }>();
  const live = (key: string) => {
    const entry = entries.get(key);
    return entry && entry.until > now() ? entry : undefined;
  };
  return {
    blocked: (keys) => keys.some((key) => (live(key)?.failures ?? 0) >= FAILURES),
    failed(keys) {
      for (const key of keys) {
        const entry = live(key) ?? { failures: 0, until: now() + WINDOW_MS };
        entries.delete(key);
        entries.set(key, { ...entry, failures: entry.failures + 1 });
      }
      for (const key of entries.keys()) {
        if (entries.size <= REMEMBERED) break;
        entries.delete(key);
      }
    },
    succeeded(keys) {
      for (const key of keys) entries.delete(key);
    },
  };
}
