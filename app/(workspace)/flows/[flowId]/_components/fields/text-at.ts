import type { Json } from '@/flows/document/json';

/** The text of one language in a localized text that may not be one; empty when there is none. */
export function textAt(value: Json | undefined, language: string): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const text = value[language];
  return typeof text === 'string' ? text : '';
}
