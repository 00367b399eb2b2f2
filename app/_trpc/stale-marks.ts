import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';

/** Events come in bursts (a turn writes several rows), and several places hear each: one reading answers them all. */
const GATHER_MS = 120;

export interface StaleMarks {
  /** What these filters match is old: it is read again soon, once, however often that is said meanwhile. */
  mark(filters: { queryKey?: QueryKey }): void;
  stop(): void;
}

/**
 * Gathers what became old. A tab that nobody sees only remembers it and reads when it is looked at again, so that ten
 * open tabs do not ask ten times for every message. `hidden` tells whether the tab is out of sight.
 */
export function createStaleMarks(client: QueryClient, hidden: () => boolean): StaleMarks {
  const marked = new Map<string, { queryKey?: QueryKey }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    const all = [...marked.values()];
    marked.clear();
    for (const filters of all) void client.invalidateQueries({ ...filters, refetchType: hidden() ? 'none' : 'active' });
  };
  return {
    mark(filters) {
      marked.set(filters.queryKey ? hashKey(filters.queryKey) : '', filters);
      timer ??= setTimeout(flush, GATHER_MS);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
