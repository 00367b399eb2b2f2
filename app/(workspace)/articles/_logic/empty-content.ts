import type { ArticleContent } from '@/flows/knowledge/article';

/** An article in which nothing is written yet. */
export function emptyContent(): ArticleContent {
  return { title: {}, phrasings: {}, answer: {}, tags: [], validFrom: null, validTo: null };
}
