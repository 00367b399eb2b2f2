import type { Locale } from '../document/localized-text';
import type { Article, ArticleContent } from './article';
import { wordsOf } from './words-of';

/**
 * The titles and phrasings of an article that another one has too, word for word, in one language: by their words, that
 * article. A customer who writes them is always asked which of the two is meant.
 */
export function sharedWordings(article: ArticleContent & { id: string }, others: readonly Article[], language: Locale): Map<string, Article> {
  const own = new Set(wordingsOf(article, language));
  const shared = new Map<string, Article>();
  for (const other of others) {
    if (other.id === article.id) continue;
    for (const words of wordingsOf(other, language)) if (own.has(words) && !shared.has(words)) shared.set(words, other);
  }
  return shared;
}

function wordingsOf({ title, phrasings }: Pick<ArticleContent, 'title' | 'phrasings'>, language: Locale): string[] {
  return [title[language] ?? '', ...(phrasings[language] ?? [])].map((text) => wordsOf(text).join(' ')).filter((words) => words !== '');
}
