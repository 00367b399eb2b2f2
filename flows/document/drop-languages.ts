import type { Json } from './json';
import type { Locale } from './localized-text';

/**
 * A value with the texts of all languages but `kept` taken out. An object whose keys are all languages of the document
 * (`spoken`) is a text in them, whatever step or conversation it stands in.
 */
export function dropLanguages(value: Json, spoken: readonly Locale[], kept: readonly Locale[]): Json {
  if (Array.isArray(value)) return value.map((each) => dropLanguages(each, spoken, kept));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const localized = entries.length > 0 && entries.every(([key]) => spoken.includes(key));
  return Object.fromEntries(entries.flatMap(([key, child]) => (localized && !kept.includes(key) ? [] : [[key, dropLanguages(child, spoken, kept)]])));
}
