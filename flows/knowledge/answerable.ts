import { fallbackChain, type Locale } from '../document/localized-text';
import type { Article } from './article';

/** The articles that have an answer in `language` (`fr-CA` reads what `fr` says): one that is still being written is never given. */
export function answerable(articles: readonly Article[], language: Locale): Article[] {
  const chain = fallbackChain(language, []);
  return articles.filter(({ answer }) => chain.some((locale) => (answer[locale] ?? '').trim() !== ''));
}
