import type { StoredMessage } from '../runtime-types';

const LENGTH = 140;

/** The beginning of a message on one line, for lists. Control characters go: drivers end a text at a NUL. */
export function previewOf(parts: StoredMessage['parts']): string {
  const line = parts
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 4 * LENGTH)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= LENGTH ? line : `${characters.slice(0, LENGTH - 1).join('').trimEnd()}…`;
}
