import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import type { Locale } from '../../document/localized-text';
import formsEnglish from './common-forms.en.json';
import formsFrench from './common-forms.fr.json';
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
  en: { stem: stemmer(formsEnglish, stemEnglish), functionWords: new Set(functionWordsEnglish) },
  fr: { stem: stemmer(formsFrench, (word) => stemFrench(withoutPlural(word))), functionWords: new Set(functionWordsFrench) },
};
/** A language without rules still has its parts of words, which its forms share too. */
const NO_RULES: LanguageRules = { stem: (word) => word, functionWords: new Set() };

export function languageRules(locale: Locale): LanguageRules {
  return RULES[locale.split('-')[0] ?? ''] ?? NO_RULES;
}

/** Forms that endings do not explain (« êtes », « suis »; "paid") come from the list, all others from the rules. */
function stemmer(forms: Record<string, readonly string[]>, byRule: (word: string) => string): (word: string) => string {
  const irregular = new Map(Object.entries(forms).flatMap(([word, others]) => [word, ...others].map((form) => [form, word] as const)));
  return (word) => irregular.get(word) ?? byRule(word);
}

/** Snowball keeps the s of « amis » and « hobbies », and every x. */
function withoutPlural(word: string): string {
  return word.length >= 4 && /[^s][sx]$/.test(word) ? word.slice(0, -1) : word;
}
