/** Characters of one message, as every channel of this release accepts them. */
export const TEXT_LIMIT = 4096;

const SHOWN_FROM = 0.8;

export interface TextLimit {
  length: number;
  /** Whether the count is worth showing. */
  shown: boolean;
  over: boolean;
  /** Nothing that could be sent. */
  blank: boolean;
}

/** Where a text stands against the limit of the channel. */
export function textLimit(text: string): TextLimit {
  const trimmed = visible(text);
  return { length: trimmed.length, shown: trimmed.length >= TEXT_LIMIT * SHOWN_FROM, over: trimmed.length > TEXT_LIMIT, blank: trimmed === '' };
}

/** Text without invisible characters at its ends; the server refuses what is left empty. */
export function visible(text: string): string {
  return text.replace(/^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu, '');
}
