import type { Locale, LocalizedText } from '@/flows/document/localized-text';
import type { Article } from '@/flows/knowledge/article';

/** knowledge.all: everything a search needs, in the browser too. */
export interface KnowledgeView {
  version: number;
  articles: Article[];
}

export interface Editor {
  id: string;
  name: string;
}

/** knowledge.list: one row. Times are epoch milliseconds. */
export interface ArticleCard {
  id: string;
  title: LocalizedText;
  /** Of the workspace's languages, those with title and answer, and those that lack one. */
  written: Locale[];
  missing: Locale[];
  tags: string[];
  /** Phrasings in all languages. */
  phrasings: number;
  validFrom: number | null;
  validTo: number | null;
  archivedAt: number | null;
  updatedAt: number;
  /** Null for articles that came with the workspace, or whose author has left it. */
  updatedBy: Editor | null;
}

/** knowledge.get: what the editor opens. */
export interface ArticleView {
  article: Article;
  archived: boolean;
  updatedAt: number;
  updatedBy: Editor | null;
}

/** What travels beside `stale-article`: the article as it stands, so that nothing of either is lost. */
export interface StaleArticle {
  stored: ArticleView;
}

/** knowledge.unanswered: one question, however often it was asked. */
export interface UnansweredCard {
  language: Locale;
  /** With the language, what names it. */
  words: string;
  text: string;
  outcome: 'none' | 'unsure' | 'not-helped';
  times: number;
  firstAskedAt: number;
  lastAskedAt: number;
}

export interface UnansweredView {
  /** All that are open; `questions` are those asked most. */
  total: number;
  questions: UnansweredCard[];
}
