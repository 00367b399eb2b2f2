import type { SearchKnowledge } from '../engine/engine-types';
import type { Article } from './article';
import { articleBase } from './article-base';

/** The search that flows ask, over a workspace's articles. `version` is recorded with every result. */
export function articleSearch(articles: readonly Article[], version: number): SearchKnowledge {
  return articleBase(articles, version).search;
}
