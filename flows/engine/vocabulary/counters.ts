import type { MachineContext } from '@/flows/compiler/machine-json';

export function counterBelow(context: MachineContext, { counter, limit }: { counter: string; limit: number }): boolean {
  return (context.counters[counter] ?? 0) < limit;
}

export function count(context: MachineContext, { counter }: { counter: string }): Partial<MachineContext> {
  return { counters: { ...context.counters, [counter]: (context.counters[counter] ?? 0) + 1 } };
}

export function reset(context: MachineContext, { counter }: { counter: string }): Partial<MachineContext> {
  const { [counter]: _gone, ...counters } = context.counters;
  return { counters };
}
