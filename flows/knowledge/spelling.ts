/** The words of the phrasings by length, each with the set of its letters, and how often each is used. */
export interface Dictionary {
  known: ReadonlyMap<string, number>;
  byLength: ReadonlyMap<number, readonly { word: string; letters: number }[]>;
}

const SHORTEST = 4;
const LONG = 8;
/** Two words of one family share a beginning of at least four letters and this share of their letters. */
const KINSHIP = 0.7;

export function buildDictionary(words: Iterable<string>): Dictionary {
  const known = new Map<string, number>();
  for (const word of words) known.set(word, (known.get(word) ?? 0) + 1);
  const byLength = new Map<number, { word: string; letters: number }[]>();
  for (const word of known.keys()) {
    const sameLength = byLength.get(word.length) ?? [];
    sameLength.push({ word, letters: lettersOf(word) });
    byLength.set(word.length, sameLength);
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
  const letters = lettersOf(word);
  let best: { word: string; slips: number; uses: number } | undefined;
  for (let length = Math.max(SHORTEST, word.length - most); length <= word.length + most; length += 1) {
    for (const candidate of byLength.get(length) ?? []) {
      if (bitsIn(letters ^ candidate.letters) > 2 * most) continue;
      const slips = slipsBetween(word, candidate.word, most);
      if (slips > most) continue;
      const uses = known.get(candidate.word) ?? 0;
      const better = !best || slips < best.slips || (slips === best.slips && (uses > best.uses || (uses === best.uses && candidate.word < best.word)));
      if (better) best = { word: candidate.word, slips, uses };
    }
  }
  return best && { word: best.word, slips: best.slips };
}

/** The known word that an unknown one most looks like a form of, when no ending rule says so: « plaisantais », `plaisante`. */
export function kinOf(word: string, { byLength }: Dictionary): string | undefined {
  let best: { word: string; kinship: number } | undefined;
  for (const [length, candidates] of byLength) {
    if ((2 * Math.min(length, word.length)) / (length + word.length) < KINSHIP) continue;
    for (const candidate of candidates) {
      const shared = sharedBeginning(word, candidate.word);
      const kinship = (2 * shared) / (length + word.length);
      if (shared < SHORTEST || kinship < KINSHIP) continue;
      if (!best || kinship > best.kinship || (kinship === best.kinship && candidate.word < best.word)) best = { word: candidate.word, kinship };
    }
  }
  return best?.word;
}

function sharedBeginning(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1;
  return shared;
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

/** One bit per letter that occurs (letters 32 codes apart share one): a slip changes at most two. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(set: number): number {
  let bits = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
