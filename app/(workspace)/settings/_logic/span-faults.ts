import { timeOf } from './time-text';

/** As it is being typed. */
export interface SpanDraft {
  from: string;
  to: string;
}
export type SpanFault = 'time' | 'order' | 'overlap';

/** The first thing wrong with the spans of a day, and with which of them; null when they can be kept. */
export function spanFault(spans: readonly SpanDraft[]): { fault: SpanFault; at: number } | null {
  const read = spans.map(({ from, to }, at) => ({ from: timeOf(from), to: timeOf(to), at }));
  const unread = read.find(({ from, to }) => from === null || to === null);
  if (unread) return { fault: 'time', at: unread.at };
  const times = read.map(({ from, to, at }) => ({ from: from ?? '', to: to ?? '', at }));
  const backwards = times.find(({ from, to }) => from >= to);
  if (backwards) return { fault: 'order', at: backwards.at };
  const inOrder = [...times].sort((one, other) => (one.from < other.from ? -1 : 1));
  const late = inOrder.find(({ from }, index) => index > 0 && (inOrder[index - 1]?.to ?? '') > from);
  return late ? { fault: 'overlap', at: late.at } : null;
}
