import type { Option } from './channel-port';

const NUMBER = /^\s*(\d{1,3})\s*[.)]?\s*$/;

/** The option a customer means by `2`, `2.` or `2)` where options were written out with numbers. */
export function readNumber(text: string, offered: readonly Option[]): Option | undefined {
  const match = NUMBER.exec(text.normalize('NFKC'));
  return match ? offered[Number(match[1]) - 1] : undefined;
}
