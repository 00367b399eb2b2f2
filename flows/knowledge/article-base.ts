import type { SearchKnowledge } from '../engine/engine-types';
import { fallbackChain, type Locale } from '../document/localized-text';
import { answerable } from './answerable';
import type { Article } from './article';
import { buildIndexInSteps, type KnowledgeIndex } from './build-index';
import { searchKnowledge } from './search-knowledge';

/** A workspace's articles of one version, with the indexes built so far. */
export interface ArticleBase {
  version: number;
  /** What is found comes with its title and its answer. Builds the language's index when it is missing. */
  search: SearchKnowledge;
  /** Whether a search in the language needs no building. */
  has(language: Locale): boolean;
  /** Builds the language's index in small steps. */
  build(language: Locale): Generator<undefined, void>;
}

/**
 * The articles as flows search them. Languages that no article tells apart (`fr-CA` where all is in `fr`) share one
 * index, so that there are never more than the articles have languages.
 */
export function articleBase(articles: readonly Article[], version: number): ArticleBase {
  const spoken = new Set(articles.flatMap(({ title, phrasings, answer }) => [title, phrasings, answer].flatMap((texts) => Object.keys(texts))));
  const byId = new Map(articles.map((article) => [article.id, article]));
  const indexes = new Map<Locale, KnowledgeIndex>();
  /** The most specific language that the articles know; undefined when they know none of it. */
  const known = (language: Locale): Locale | undefined => fallbackChain(language, []).find((locale) => spoken.has(locale));

  function* build(language: Locale): Generator<undefined, void> {
    const locale = known(language);
    if (locale === undefined || indexes.has(locale)) return;
    indexes.set(locale, yield* buildIndexInSteps(answerable(articles, locale), locale));
  }

  return {
    version,
    build,
    has(language) {
      const locale = known(language);
      return locale === undefined || indexes.has(locale);
    },
    search({ query, language, limit, now }) {
      for (const steps = build(language); !steps.next().done; );
      const index = indexes.get(known(language) ?? '');
      const { outcome, candidates } = index ? searchKnowledge(index, query, { now, limit }) : NOTHING;
      const found = candidates.flatMap(({ id }) => {
        const article = byId.get(id);
        return article ? [{ id, title: article.title, answer: article.answer }] : [];
      });
      return { outcome, candidates: found, version };
    },
  };
}

const NOTHING = { outcome: 'none', candidates: [] } as const;
