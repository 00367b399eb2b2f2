import { wordsOf } from '@/flows/knowledge/words-of';
import type { ArticleCard } from '@/lib/api/view-models';

/** Whether every word of the query begins a word of the article's titles or tags, whatever the case and the accents. */
export function matchesArticle({ title, tags }: Pick<ArticleCard, 'title' | 'tags'>, query: string): boolean {
  const words = wordsOf([...Object.values(title), ...tags].join(' '));
  return wordsOf(query).every((wanted) => words.some((word) => word.startsWith(wanted)));
}
