import type { LocalizedText } from '@/flows/document/localized-text';
import { Refusal } from '@/lib/refusal';

/** What flows call a skill, a queue or a calendar by. It never changes: versions that run name it. */
export const KEY = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** The key of a new thing: the one asked for, else one made of its name that is still free. Refuses `key-taken`. */
export function freeKey(wanted: string | undefined, name: LocalizedText, taken: readonly string[]): string {
  if (wanted !== undefined) {
    if (taken.includes(wanted)) throw new Refusal('conflict', 'key-taken');
    return wanted;
  }
  const base = slug(Object.values(name).find((text) => slug(text) !== '') ?? '') || 'x';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base.slice(0, 36)}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

function slug(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, 40).replace(/-+$/, '');
}
