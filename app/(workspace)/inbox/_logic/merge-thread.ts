import type { ThreadItem } from './view-models';

/**
 * Adds an item that arrived by the live stream, or replaces the one it repeats. The order of the thread is the order
 * of time; among equals, the order of arrival.
 */
export function mergeThread(items: readonly ThreadItem[], arrived: ThreadItem): ThreadItem[] {
  const known = items.findIndex((item) => isSame(item, arrived));
  if (known >= 0) return items.map((item, index) => (index === known ? arrived : item));
  const before = items.findLastIndex((item) => item.at <= arrived.at);
  return [...items.slice(0, before + 1), arrived, ...items.slice(before + 1)];
}

function isSame(one: ThreadItem, other: ThreadItem): boolean {
  if (one.kind !== other.kind || one.seq !== other.seq) return false;
  return one.kind === 'message' || (other.kind === 'event' && one.code === other.code && one.at === other.at);
}
