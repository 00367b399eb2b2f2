const MARKS = /\p{M}+/gu;
const NOT_LETTERS_OR_DIGITS = /[^\p{L}\p{N}]+/gu;

/**
 * The form in which a customer's words and an option's wordings are compared: compatibility decomposition, no
 * accents, lower case, every run of anything but letters and digits as one space. « Échanger ! » → `echanger`.
 * Empty when nothing is left, which matches no option.
 */
export function normaliseAnswer(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(NOT_LETTERS_OR_DIGITS, ' ').trim();
}
