import type { Locale } from '@/flows/document/localized-text';
import { normaliseAnswer } from './normalise-answer';
import type { FixedOption } from './option-schema';

/**
 * The normalised wordings that pick an option when written: its label and synonyms in every language of the
 * flow (customers change language in mid-conversation) and its number, counted from 1. Sorted by nothing: order of the flow.
 */
export function optionKeys(option: FixedOption, position: number, languages: readonly Locale[]): string[] {
  const words = languages.flatMap((language) => [option.label[language] ?? '', ...(option.synonyms[language] ?? [])]);
  const keys = words.map(normaliseAnswer).filter((key) => key !== '');
  return [...new Set([...keys, String(position)])];
}
