import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import type { Locale } from '../../document/localized-text';
import functionWordsEnglish from './function-words.en.json';
import functionWordsFrench from './function-words.fr.json';

/** What a language brings to the search; words are already folded by `wordsOf`. */
export interface LanguageRules {
  /** The part of a word that its forms share. */
  stem(word: string): string;
  /** Words that carry grammar rather than a subject; they weigh less. */
  functionWords: ReadonlySet<string>;
}

const RULES: Record<string, LanguageRules> = {
  en: { stem: stemEnglish, functionWords: new Set(functionWordsEnglish) },
  fr: { stem: stemFrench, functionWords: new Set(functionWordsFrench) },
};
/** A language without rules still has its parts of words, which its forms share too. */
const NO_RULES: LanguageRules = { stem: (word) => word, functionWords: new Set() };

export function languageRules(locale: Locale): LanguageRules {
  return RULES[locale.split('-')[0] ?? ''] ?? NO_RULES;
}
