import { fallbackChain, type Locale } from '../document/localized-text';
import type { Article } from './article';
import { type Features, featuresOf } from './features';
import { type LanguageRules, languageRules } from './languages/language-rules';
import { type Example, type Separators, trainSeparators } from './separators';
import { buildDictionary, type Dictionary } from './spelling';
import { buildVocabulary, vectorOf, type Vocabulary } from './vocabulary';
import { wordsOf } from './words-of';

/** How far an example may stay on the wrong side: a question must be found, the words of an answer may only help. */
const PHRASING_SOFTNESS = 0.5;
const BODY_SOFTNESS = 2;

/** What `searchKnowledge` reads; built again from the articles whenever one changes, never stored. */
export interface KnowledgeIndex {
  language: Locale;
  /** In the order of their ids. */
  articles: readonly { id: string; validFrom: number | null; validTo: number | null }[];
  rules: LanguageRules;
  vocabulary: Vocabulary;
  dictionary: Dictionary;
  separators: Separators;
  /** Positions of the articles that have these exact words as title or phrasing. */
  exact: ReadonlyMap<string, readonly number[]>;
  /** Positions of the articles that use a stem. */
  users: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * The index of the articles that can be asked for in `language` (`fr-CA` takes what `fr` says): those with a title or
 * a phrasing in it. An article that exists in other languages only is left out, for its answer could not be read.
 * The order of `articles` does not matter.
 */
export function buildIndex(articles: readonly Article[], language: Locale): KnowledgeIndex {
  const steps = buildIndexInSteps(articles, language);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of a fraction of a millisecond, for whoever has other work to do in between. */
export function* buildIndexInSteps(articles: readonly Article[], language: Locale): Generator<undefined, KnowledgeIndex> {
  const rules = languageRules(language);
  const askable = articles
    .map((article) => ({ article, phrasings: phrasingsOf(article, language), body: bodyOf(article, language) }))
    .filter(({ phrasings }) => phrasings.length > 0)
    .sort((a, b) => (a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : 0));

  const examples: { features: Features; article: number; softness: number }[] = [];
  const exact = new Map<string, number[]>();
  const users = new Map<string, Set<number>>();
  for (const [article, { phrasings, body }] of askable.entries()) {
    for (const words of phrasings) {
      const features = featuresOf(words, rules);
      examples.push({ features, article, softness: PHRASING_SOFTNESS });
      for (const stem of features.words.keys()) users.set(stem, (users.get(stem) ?? new Set()).add(article));
      const key = words.join(' ');
      const holders = exact.get(key) ?? [];
      exact.set(key, [...holders, article]);
    }
    if (body.length > 0) examples.push({ features: featuresOf(body, rules), article, softness: BODY_SOFTNESS });
    yield;
  }
  const vocabulary = yield* buildVocabulary(examples.map(({ features }) => features), rules);
  const vectors: Example[] = [];
  for (const { features, article, softness } of examples) {
    vectors.push({ article, softness, vector: vectorOf(features, vocabulary) });
    yield;
  }
  return {
    language,
    articles: askable.map(({ article: { id, validFrom, validTo } }) => ({ id, validFrom, validTo })),
    rules,
    vocabulary,
    dictionary: buildDictionary([...askable.flatMap(({ phrasings, body }) => [...phrasings.flat(), ...body]), ...rules.functionWords]),
    separators: yield* trainSeparators(vectors, askable.length, vocabulary.rarities.length),
    exact,
    users,
  };
}

/** Title and phrasings as words, each wording once; none when the article does not speak the language. */
function phrasingsOf(article: Article, language: Locale): string[][] {
  const wordings = new Map<string, string[]>();
  for (const locale of fallbackChain(language, [])) {
    for (const text of [article.title[locale] ?? '', ...(article.phrasings[locale] ?? [])]) {
      const words = wordsOf(text);
      if (words.length > 0) wordings.set(words.join(' '), words);
    }
  }
  return [...wordings.values()];
}

/** The words of the answer in the language, and of the tags. */
function bodyOf(article: Article, language: Locale): string[] {
  const answer = fallbackChain(language, []).map((locale) => article.answer[locale] ?? '').find((text) => text.trim() !== '') ?? '';
  return wordsOf([answer, ...article.tags].join(' '));
}
