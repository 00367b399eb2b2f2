import { findFolded } from './find-folded';
import type { FlowText } from './flow-texts';

export interface FlowMatch extends FlowText {
  /** Where the words stand in `snippet`. */
  start: number;
  end: number;
  snippet: string;
}

const MOST = 100;
const BEFORE = 24;
const LONGEST = 120;

/** The texts that hold the words, in their order, each with the part of it around them. */
export function searchFlow(texts: readonly FlowText[], query: string): { matches: FlowMatch[]; more: number } {
  const all = texts.flatMap((text) => {
    const found = findFolded(text.text, query);
    return found ? [{ ...text, ...snippetOf(text.text, found) }] : [];
  });
  return { matches: all.slice(0, MOST), more: Math.max(0, all.length - MOST) };
}

function snippetOf(text: string, { start, end }: { start: number; end: number }): Pick<FlowMatch, 'snippet' | 'start' | 'end'> {
  const flat = text.replace(/\s/gu, ' ');
  let from = Math.max(0, start - BEFORE);
  // From the beginning of a word, when there is one to begin with.
  if (from > 0) from = Math.min(start, flat.indexOf(' ', from) + 1 || from);
  const to = Math.min(flat.length, Math.max(end, from + LONGEST));
  const head = from > 0 ? '…' : '';
  const snippet = head + flat.slice(from, to) + (to < flat.length ? '…' : '');
  return { snippet, start: start - from + head.length, end: end - from + head.length };
}
