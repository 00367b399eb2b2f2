import type { Locale, LocalizedText } from '@/flows/document/localized-text';

/** Texts a new step starts with, by language; blank in a language Relais has no words for. */
export function defaultText(texts: Record<string, { defaults?: Record<string, string> }>, key: string, languages: readonly Locale[]): LocalizedText {
  return Object.fromEntries(
    languages.map((language) => {
      const primary = language.split('-')[0] ?? language;
      return [language, texts[primary]?.defaults?.[key] ?? ''];
    }),
  );
}
