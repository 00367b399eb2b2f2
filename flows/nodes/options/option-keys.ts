import type { Locale } from '@/flows/document/localized-text';
import { normaliseAnswer } from '@/flows/answers/normalise-answer';
import type { FixedOption } from './option-schema';

/**
 * The normalised wordings that pick an option when written: its label and synonyms in every language of the
 * flow (customers change language in mid-conversation) and its number, counted from 1; no number where numbers are answers.
 */
export function optionKeys(option: FixedOption, position: number | null, languages: readonly Locale[]): string[] {
  const words = languages.flatMap((language) => [option.label[language] ?? '', ...(option.synonyms[language] ?? [])]);
  const keys = words.map(normaliseAnswer).filter((key) => key !== '');
  return [...new Set([...keys, ...(position === null ? [] : [String(position)])])];
}
