import type { Json } from './json';

/**
 * The one text of a JSON value: keys sorted by code unit, no spaces. Two values that are equal whatever the order of
 * their keys give the same text, so that it can be hashed and compared (the idea of RFC 8785).
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const child = value[key];
      return child === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(child)}`];
    });
  return `{${entries.join(',')}}`;
}
