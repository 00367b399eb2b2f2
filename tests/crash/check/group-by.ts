/** Rows by a name, in their order. (Node 20 has no Map.groupBy.) */
export function groupBy<T>(rows: Iterable<T>, name: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = name(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
