/** A slice of time that is counted and forgotten as a whole. */
const SLICE_MS = 10_000;
const SLICES = 6;
/** Names counted in one slice; what is met first after them is not counted, so that memory stays bounded. */
const MOST_NAMES = 10_000;

export interface LastMinute {
  count(name: string): void;
  /** The names with the most in the last minute, the most first. */
  top(most: number): { name: string; count: number }[];
}

/** Counts by name over the last minute, in bounded memory: who is noisy. */
export function createLastMinute(now: () => number): LastMinute {
  const slices: { at: number; counts: Map<string, number> }[] = [];

  function current(): Map<string, number> {
    const at = Math.floor(now() / SLICE_MS);
    const last = slices.at(-1);
    if (last?.at === at) return last.counts;
    const counts = new Map<string, number>();
    slices.push({ at, counts });
    while (slices.length > 0 && (slices[0]?.at ?? 0) <= at - SLICES) slices.shift();
    return counts;
  }

  return {
    count(name) {
      const counts = current();
      const so = counts.get(name);
      if (so !== undefined || counts.size < MOST_NAMES) counts.set(name, (so ?? 0) + 1);
    },
    top(most) {
      current();
      const sums = new Map<string, number>();
      for (const { counts } of slices) for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count);
      return [...sums].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count).slice(0, most);
    },
  };
}
