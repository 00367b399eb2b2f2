import { z } from 'zod';

/** A BCP 47 language tag such as `fr`, `en` or `fr-CA`. */
export type Locale = string;

export const localeSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'not a BCP 47 language tag');

/** A text a customer or an author reads, one entry per language. */
export const localizedTextSchema = z.record(localeSchema, z.string().max(4096)).meta({ field: 'localized-text' });
export type LocalizedText = z.infer<typeof localizedTextSchema>;

/** Alternative wordings of a choice, one list per language. */
export const localizedListSchema = z.record(localeSchema, z.array(z.string().min(1).max(80)).max(30)).meta({ field: 'localized-list' });

/**
 * The languages to try for a wanted one, most specific first: `fr-CA` → `fr-CA`, `fr`, then the flow's own
 * in their order. BCP 47 lookup (RFC 4647, section 3.4).
 */
export function fallbackChain(wanted: Locale, languages: readonly Locale[]): Locale[] {
  const chain: Locale[] = [];
  const parts = wanted.split('-');
  for (let length = parts.length; length > 0; length -= 1) chain.push(parts.slice(0, length).join('-'));
  return [...new Set([...chain, ...languages])];
}

/** The text for the wanted language by the fallback chain; empty when no language has any. */
export function pickText(text: LocalizedText | undefined, wanted: Locale, languages: readonly Locale[]): string {
  if (!text) return '';
  for (const locale of fallbackChain(wanted, languages)) {
    const found = text[locale];
    if (found !== undefined && found.trim() !== '') return found;
  }
  return Object.values(text).find((value) => value.trim() !== '') ?? '';
}
