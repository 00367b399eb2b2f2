import type { KnowledgeResult, SearchKnowledge } from '../engine/engine-types';
import type { Article } from './article';
import { buildIndex, type KnowledgeIndex } from './build-index';
import { searchKnowledge } from './search-knowledge';

/**
 * The search that flows ask, over a workspace's articles: what is found comes with its title and its answer. An index
 * per language is built when that language is first asked in. `version` is recorded with every result.
 */
export function articleSearch(articles: readonly Article[], version: number): SearchKnowledge {
  const indexes = new Map<string, KnowledgeIndex>();
  const byId = new Map(articles.map((article) => [article.id, article]));
  return ({ query, language, limit, now }): KnowledgeResult => {
    const index = indexes.get(language) ?? buildIndex(articles, language);
    indexes.set(language, index);
    const { outcome, candidates } = searchKnowledge(index, query, { now, limit });
    const found = candidates.flatMap(({ id }) => {
      const article = byId.get(id);
      return article ? [{ id, title: article.title, answer: article.answer }] : [];
    });
    return { outcome, candidates: found, version };
  };
}
