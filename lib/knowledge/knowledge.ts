import type { Article } from '@/flows/knowledge/article';
import type { Caller } from '@/lib/auth/caller';

/** knowledge.all: everything a search needs, for the simulator in the browser. */
export interface KnowledgeView {
  version: number;
  articles: Article[];
}

/** Use cases on articles, all within the caller's workspace. */
export interface Knowledge {
  all(caller: Caller): Promise<KnowledgeView>;
}
