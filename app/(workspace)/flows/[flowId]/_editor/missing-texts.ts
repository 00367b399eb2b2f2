import type { Diagnostic } from '@/flows/document/diagnostic';
import type { Locale } from '@/flows/document/localized-text';

/** How many texts each language lacks, by the compiler's findings. A text that no language has is missing in all of them. */
export function missingTexts(problems: readonly Diagnostic[], languages: readonly Locale[]): Record<Locale, number> {
  const nowhere = problems.filter(({ code }) => code === 'missing-text').length;
  const lacking = (language: Locale) => problems.filter(({ code, params }) => code === 'missing-translation' && params['language'] === language).length;
  return Object.fromEntries(languages.map((language) => [language, nowhere + lacking(language)]));
}
