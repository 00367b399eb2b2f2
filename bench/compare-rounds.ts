import { loadavg } from 'node:os';

/**
 * Calls per CPU-second of each function, the median of alternating rounds, so that whatever else the machine does
 * falls on all of them alike.
 */
export function compareRounds<T extends string>(functions: Record<T, () => void>, { rounds, milliseconds }: { rounds: number; milliseconds: number }): Record<T, number> {
  const names = Object.keys(functions) as T[];
  const measured = new Map<T, number[]>(names.map((name) => [name, []]));
  for (const name of names) callsPerCpuSecond(functions[name], milliseconds);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) measured.get(name)?.push(callsPerCpuSecond(functions[name], milliseconds));
  }
  return Object.fromEntries(names.map((name) => [name, median(measured.get(name) ?? [])])) as Record<T, number>;
}

function callsPerCpuSecond(play: () => void, milliseconds: number): number {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const until = performance.now() + milliseconds;
  let calls = 0;
  while (performance.now() < until) {
    for (let call = 0; call < 50; call += 1) play();
    calls += 50;
  }
  const { user, system } = process.cpuUsage(before);
  return calls / ((user + system) / 1e6);
}

/** The middle value; of an even number, the lower of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

/**
 * Plays every program once a round, in turns forwards and backwards, so that what else the machine does falls on all of
 * them alike. The first round warms up and is not kept.
 */
export async function inRounds<N extends string, T>(programs: Record<N, () => Promise<T>>, rounds: number): Promise<Record<N, T[]>> {
  const names = Object.keys(programs) as N[];
  const kept = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<N, T[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const result = await programs[name]();
      if (round > 0) kept[name].push(result);
    }
  }
  return kept;
}

/** The middle of the ratios of each round: a slow minute slows both sides of its own round only. */
export function middleRatio(values: readonly number[], references: readonly number[]): number {
  return median(values.map((value, round) => value / (references[round] ?? Number.NaN)));
}

/** The value below which that share of the sorted values lies. */
export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Processes that wanted the machine's cores in the last minute, on average: said beside what was measured meanwhile. */
export function load(): string {
  return loadavg()[0]?.toFixed(1) ?? '?';
}
