/** The row before or after the current one; from nowhere, the first or the last. Stays at the ends. */
export function neighbour(ids: readonly string[], current: string | null, direction: 1 | -1): string | null {
  if (ids.length === 0) return null;
  const index = current === null ? -1 : ids.indexOf(current);
  if (index < 0) return (direction === 1 ? ids[0] : ids.at(-1)) ?? null;
  return ids[Math.min(Math.max(index + direction, 0), ids.length - 1)] ?? null;
}
