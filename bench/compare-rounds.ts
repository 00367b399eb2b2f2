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
