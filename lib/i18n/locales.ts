/** The languages of the interface, in the order they are offered. */
export const LOCALES = ['fr', 'en'] as const;
export type AppLocale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: AppLocale = 'en';

/** The interface language for any BCP 47 tag: `fr-CA` → `fr`; the default when none fits. */
export function toAppLocale(tag: string | null | undefined): AppLocale {
  const language = (tag ?? '').toLowerCase().split('-')[0];
  return LOCALES.find((locale) => locale === language) ?? DEFAULT_LOCALE;
}
