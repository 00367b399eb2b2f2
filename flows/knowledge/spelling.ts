/** The words of the phrasings by length, with how often each is used. */
export interface Dictionary {
  known: ReadonlyMap<string, number>;
  byLength: ReadonlyMap<number, readonly string[]>;
}

const SHORTEST = 4;
const LONG = 8;

export function buildDictionary(words: Iterable<string>): Dictionary {
  const known = new Map<string, number>();
  for (const word of words) known.set(word, (known.get(word) ?? 0) + 1);
  const byLength = new Map<number, string[]>();
  for (const word of known.keys()) {
    const sameLength = byLength.get(word.length);
    if (sameLength) sameLength.push(word);
    else byLength.set(word.length, [word]);
  }
  return { known, byLength };
}

/**
 * The known word that an unknown one is a misspelling of: one slip away, two in a long word (a letter missing, added,
 * wrong, or two swapped). Of several the nearest, then the most used, then the first by code. Undefined for short
 * words and numbers, where one slip makes another word.
 */
export function respelled(word: string, { known, byLength }: Dictionary): { word: string; slips: number } | undefined {
  if (word.length < SHORTEST || /\p{N}/u.test(word)) return undefined;
  const most = word.length >= LONG ? 2 : 1;
  let best: { word: string; slips: number; uses: number } | undefined;
  for (let length = Math.max(SHORTEST, word.length - most); length <= word.length + most; length += 1) {
    for (const candidate of byLength.get(length) ?? []) {
      const slips = slipsBetween(word, candidate, most);
      if (slips > most) continue;
      const uses = known.get(candidate) ?? 0;
      const better = !best || slips < best.slips || (slips === best.slips && (uses > best.uses || (uses === best.uses && candidate < best.word)));
      if (better) best = { word: candidate, slips, uses };
    }
  }
  return best && { word: best.word, slips: best.slips };
}

/** Optimal string alignment distance; anything above `most` may come back as `most + 1`. */
function slipsBetween(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) slips = Math.min(slips, (beforeLast[j - 2] ?? 0) + 1);
      row.push(slips);
      if (slips < least) least = slips;
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
