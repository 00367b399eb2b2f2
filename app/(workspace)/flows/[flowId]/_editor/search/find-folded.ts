/** Where `query` stands in a text, whatever the case and the accents of either; null when it does not. */
export function findFolded(text: string, query: string): { start: number; end: number } | null {
  const wanted = fold(query.trim()).folded;
  if (wanted === '') return null;
  const { folded, origins } = fold(text);
  const at = folded.indexOf(wanted);
  if (at === -1) return null;
  return { start: origins[at] ?? 0, end: origins[at + wanted.length] ?? text.length };
}

/** A text without case and accents, and where each of its letters stood. Ligatures fall apart: œ is found by oe. */
function fold(text: string): { folded: string; origins: number[] } {
  let folded = '';
  const origins: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = (LIGATURES[letter] ?? letter).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    for (let index = 0; index < plain.length; index += 1) origins.push(at);
    folded += plain;
    at += letter.length;
  }
  return { folded, origins };
}

const LIGATURES: Record<string, string> = { œ: 'oe', Œ: 'oe', æ: 'ae', Æ: 'ae', ß: 'ss', '’': "'", '\u00a0': ' ', '\u202f': ' ' };
