import type { Json } from '../document/json';

const NAMED = /\{\{-?\s*secrets\.([a-z][a-z0-9_]{0,39})\b/g;

/** The keys of the secrets that the texts of a step's data name, each once. */
export function secretsNamed(data: Json): string[] {
  if (typeof data === 'string') return [...new Set([...data.matchAll(NAMED)].map(([, key]) => key ?? ''))];
  if (typeof data !== 'object' || data === null) return [];
  return [...new Set(Object.values(data).flatMap(secretsNamed))];
}
