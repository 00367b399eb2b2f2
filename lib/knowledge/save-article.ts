import type { ArticleContent } from '@/flows/knowledge/article';
import type { Caller } from '@/lib/auth/caller';
import { cleanContent } from './clean-content';
import type { KnowledgeDeps } from './knowledge-deps';
import type { ArticleView } from './knowledge-views';
import { writeArticle } from './write-article';

/** Saves what was written on the revision `baseRevision`. Refuses `stale-article`, `article-unknown`, `validity-reversed`. */
export function saveArticle(deps: KnowledgeDeps, caller: Caller, { id, baseRevision, content }: { id: string; baseRevision: number; content: ArticleContent }): Promise<ArticleView> {
  return writeArticle(deps, caller, { id, baseRevision, content: cleanContent(content), at: deps.clock.now() });
}
