import type { UnsentKey, UnsentShelf } from './unsent-shelf';

/** How often a tab says that it lives, and how long it may be silent, where the browser has no locks. */
export const SIGN_OF_LIFE_MS = 5000;
const SILENT_MS = 15_000;

export interface TabLife {
  /** Says that this tab lives until `signal` ends it, or the browser does. */
  hold(tab: string, signal: AbortSignal): void;
  /** Calls `act` once the entry's tab is gone: at once when it is. No other tab acts on the same entry meanwhile. */
  whenGone(key: UnsentKey, signal: AbortSignal, act: () => Promise<void>): Promise<void>;
  /** Whether living tabs must write their entries again and again. */
  needsSigns: boolean;
}

/** Which tabs live. Web Locks end with their tab whatever ended it; browsers have them on safe addresses only. */
export function createTabLife(shelf: UnsentShelf, locks: Pick<LockManager, 'request'> | undefined, now: () => number = Date.now): TabLife {
  return {
    needsSigns: !locks,
    hold(tab, signal) {
      locks?.request(lockOf(tab), { signal }, () => new Promise<void>((release) => signal.addEventListener('abort', () => release()))).catch(() => undefined);
    },
    async whenGone(key, signal, act) {
      if (locks) {
        await locks.request(lockOf(key.tab), { signal }, act).catch((error: unknown) => {
          if (!signal.aborted) throw error;
        });
        return;
      }
      while (!signal.aborted) {
        const entry = await shelf.get(key);
        if (!entry) return;
        if (now() - entry.at > SILENT_MS) return act();
        await new Promise((resolve) => setTimeout(resolve, SIGN_OF_LIFE_MS));
      }
    },
  };
}

const lockOf = (tab: string): string => `relais-tab-${tab}`;
