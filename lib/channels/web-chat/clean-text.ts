/** Characters of one message, counted as JavaScript counts them (UTF-16 units). */
export const LONGEST_TEXT = 4096;

export type CleanText = { ok: true; text: string } | { ok: false; code: 'empty-message' | 'message-too-long' };

const LONE_SURROGATE = /\p{Cs}/gu;
/** Controls, format characters, spaces, fillers, and the braille blank, which Unicode calls a symbol. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Z}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Only what surely means nothing at an end: a format character there may belong to an emoji or a direction. */
const EDGES = /^[\s\p{Cc}\u200b\u2060\ufeff]+|[\s\p{Cc}\u200b\u2060\ufeff]+$/gu;

/**
 * A customer's text as it is kept: plain text, valid Unicode, without NUL, without blank ends.
 * Nothing else is changed: markup, templates and code in it are just characters.
 */
export function cleanText(raw: string): CleanText {
  const text = raw.replaceAll('\u0000', '').replace(LONE_SURROGATE, '\ufffd').replace(EDGES, '');
  if (text.replace(INVISIBLE, '') === '') return { ok: false, code: 'empty-message' };
  return text.length > LONGEST_TEXT ? { ok: false, code: 'message-too-long' } : { ok: true, text };
}
