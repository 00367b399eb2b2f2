import type { Locale } from '../document/localized-text';
import type { ArticleContent } from './article';

/** Whether an article has all a customer of that language gets: its title, for a button, and its answer. */
export function isWritten({ title, answer }: Pick<ArticleContent, 'title' | 'answer'>, language: Locale): boolean {
  return [title, answer].every((texts) => (texts[language] ?? '').trim() !== '');
}
