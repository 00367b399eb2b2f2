/** Together at most this many; of one host at most this many. */
const RUNNING = 16;
const RUNNING_PER_HOST = 4;
/** Taken on and not begun, of one host: more of them come again later. */
const WAITING_PER_HOST = 8;
/** Taken on, all together: beyond it no more are taken on. */
const TAKEN = 64;

/** Slots for work that may be slow: one host that hangs has its own few, and never those of the others. */
export interface HostSlots {
  /** No more can be taken on now, of whatever host. */
  full(): boolean;
  /** Runs the work when a slot is free, its host's turn come; false, and nothing done, when too many of that host wait. */
  take(host: string, work: () => Promise<void>): boolean;
  /** What was taken on and has not begun never does. */
  clear(): void;
}

export function hostSlots(): HostSlots {
  const running = new Map<string, number>();
  let waiting: { host: string; work: () => Promise<void> }[] = [];
  let together = 0;

  function begin(): void {
    while (together < RUNNING) {
      const next = waiting.find(({ host }) => (running.get(host) ?? 0) < RUNNING_PER_HOST);
      if (!next) return;
      waiting = waiting.filter((entry) => entry !== next);
      together += 1;
      running.set(next.host, (running.get(next.host) ?? 0) + 1);
      void next.work().finally(() => {
        together -= 1;
        const left = (running.get(next.host) ?? 1) - 1;
        if (left > 0) running.set(next.host, left);
        else running.delete(next.host);
        begin();
      });
    }
  }

  return {
    full: () => together + waiting.length >= TAKEN,
    take(host, work) {
      if (waiting.filter((entry) => entry.host === host).length >= WAITING_PER_HOST) return false;
      waiting.push({ host, work });
      begin();
      return true;
    },
    clear() {
      waiting = [];
    },
  };
}
