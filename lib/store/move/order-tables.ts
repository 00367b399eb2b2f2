/**
 * Tables in an order in which each comes after those it refers to; where that leaves a choice, by name.
 *
 * @param references pairs of a table and one it refers to; a table may refer to itself
 * @throws Error when tables refer to each other in a circle
 */
export function orderTables(tables: readonly string[], references: readonly (readonly [from: string, to: string])[]): string[] {
  const rest = new Set([...tables].sort());
  const ordered: string[] = [];
  while (rest.size > 0) {
    const next = [...rest].find((table) => !references.some(([from, to]) => from === table && to !== table && rest.has(to)));
    if (next === undefined) throw new Error(`tables refer to each other in a circle: ${[...rest].join(', ')}`);
    rest.delete(next);
    ordered.push(next);
  }
  return ordered;
}
