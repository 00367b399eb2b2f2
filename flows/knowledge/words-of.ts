const MARKS = /\p{M}+/gu;
const NOT_LETTERS_OR_DIGITS = /[^\p{L}\p{N}]+/gu;
/** Letters that Unicode does not take apart, but that people type as two. */
const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** The words of a text without case, accents, apostrophes or signs: « L’échange ? » → `l`, `echange`. */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[œæß]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(NOT_LETTERS_OR_DIGITS, ' ')
    .trim();
  return folded === '' ? [] : folded.split(' ');
}
