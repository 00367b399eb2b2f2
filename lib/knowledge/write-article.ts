import type { ArticleContent } from '@/flows/knowledge/article';
import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { Prisma } from '@/lib/store/prisma/generated/client';
import { articleColumns } from './article-columns';
import { getArticle } from './get-article';
import { knowledgeChange } from './knowledge-change';
import type { KnowledgeDeps } from './knowledge-deps';
import type { ArticleView, StaleArticle } from './knowledge-views';

/**
 * Writes an article over the revision it was made of, with whatever else belongs to the same change. Refuses
 * `stale-article` with the article as it stands when somebody was faster, `article-unknown` when it is gone.
 */
export async function writeArticle(
  deps: KnowledgeDeps,
  caller: Caller,
  { id, baseRevision, content, at, with: also = [] }: { id: string; baseRevision: number; content: ArticleContent; at: number; with?: Prisma.PrismaPromise<unknown>[] },
): Promise<ArticleView> {
  const { prisma, changed } = deps;
  const workspaceId = caller.workspace.id;
  try {
    await prisma.$transaction([
      // The revision in the condition: of two saves on one base, the second finds no row and its whole batch is undone.
      prisma.article.update({
        where: { workspaceId_id: { workspaceId, id }, revision: baseRevision },
        data: { ...articleColumns(content), revision: baseRevision + 1, updatedAt: BigInt(at), updatedBy: caller.userId },
      }),
      ...also,
      ...knowledgeChange(prisma, caller, { at, action: 'article.saved', targetId: id, detail: { revision: baseRevision + 1 } }),
    ]);
  } catch (error) {
    if (!isMissing(error)) throw error;
    const stored = await getArticle(deps, caller, id);
    if (stored.article.revision === baseRevision) throw error;
    throw new Refusal('conflict', 'stale-article', { stored } satisfies StaleArticle);
  }
  changed(workspaceId);
  return getArticle(deps, caller, id);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2025';
}
