import type { Article, ArticleContent } from '@/flows/knowledge/article';

/** What is written in an article. */
export function contentOf({ title, phrasings, answer, tags, validFrom, validTo }: Article): ArticleContent {
  return { title, phrasings, answer, tags, validFrom, validTo };
}
