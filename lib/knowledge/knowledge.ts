import type { ArticleContent } from '@/flows/knowledge/article';
import type { Caller } from '@/lib/auth/caller';
import type { ArticleCard, ArticleView, KnowledgeView, UnansweredView } from './knowledge-views';

/** Names a question that nobody could answer. */
export interface QuestionKey {
  language: string;
  words: string;
}

/** Use cases on articles and on the questions they do not answer, all within the caller's workspace. */
export interface Knowledge {
  all(caller: Caller): Promise<KnowledgeView>;
  /** Archived ones too; the one changed last first. */
  list(caller: Caller): Promise<ArticleCard[]>;
  /** Refuses `article-unknown`. */
  get(caller: Caller, id: string): Promise<ArticleView>;
  /** A new article; with `question`, it settles that one. Refuses `question-unknown`. */
  create(caller: Caller, input: { content: ArticleContent; question?: QuestionKey | undefined }): Promise<{ id: string }>;
  /** Refuses `stale-article` (with StaleArticle), `article-unknown`. */
  save(caller: Caller, input: { id: string; baseRevision: number; content: ArticleContent }): Promise<ArticleView>;
  /** Takes it out of every search, or puts it back. */
  archive(caller: Caller, input: { id: string; archived: boolean }): Promise<void>;
  unanswered(caller: Caller): Promise<UnansweredView>;
  /** Puts a question aside, or opens it again. Refuses `question-unknown`. */
  settle(caller: Caller, input: { question: QuestionKey; settled: boolean }): Promise<void>;
  /** Makes the question a phrasing of the article and settles it. Refuses `article-unknown`, `question-unknown`, `too-many-phrasings`. */
  addPhrasing(caller: Caller, input: { id: string; question: QuestionKey }): Promise<void>;
}
