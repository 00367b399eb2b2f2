import type { Clock } from '@/lib/clock';

export interface WakeUp {
  /** Something is to be done at this instant, or now. Asking early, twice or during a pass is fine. */
  expect(at: number): void;
  start(): void;
  /** No more passes; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/** Looks again at least this often, because clocks are set. */
const LONGEST_WAIT_MS = 60_000;
/** After a pass that failed. */
const RETRY_MS = 1000;

/**
 * Calls `pass` when something is due, never twice at once. A pass answers when it wants to run next (null: when
 * asked). What is expected during a pass is not forgotten.
 * @param longestWaitMs it looks again after this long at the latest: other processes may have left work
 */
export function createWakeUp(clock: Clock, pass: () => Promise<number | null>, onError: (error: unknown) => void, longestWaitMs = LONGEST_WAIT_MS): WakeUp {
  let stopped = true;
  let cancel: (() => void) | undefined;
  let scheduledAt = Infinity;
  let wanted = Infinity;
  let running: Promise<void> | undefined;

  function schedule(): void {
    if (stopped || running || wanted >= scheduledAt) return;
    cancel?.();
    scheduledAt = wanted;
    cancel = clock.after(Math.min(longestWaitMs, Math.max(0, wanted - clock.now())), run);
  }

  function run(): void {
    scheduledAt = Infinity;
    wanted = Infinity;
    running = pass()
      .catch((error: unknown) => {
        onError(error);
        return clock.now() + RETRY_MS;
      })
      .then((next) => {
        running = undefined;
        wanted = Math.min(wanted, next ?? Infinity, clock.now() + longestWaitMs);
        schedule();
      });
  }

  return {
    expect(at) {
      wanted = Math.min(wanted, at);
      schedule();
    },
    start() {
      stopped = false;
      wanted = clock.now();
      schedule();
    },
    async stop() {
      stopped = true;
      cancel?.();
      scheduledAt = Infinity;
      await running;
    },
  };
}
