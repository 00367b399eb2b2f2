import type { Caller } from '@/lib/auth/caller';
import { agentNames } from '@/lib/inbox/agent-names';
import { Refusal } from '@/lib/refusal';
import { storedArticle } from '@/flows/knowledge/stored-article';
import type { KnowledgeDeps } from './knowledge-deps';
import type { ArticleView } from './knowledge-views';

/** One article, archived or not. Refuses `article-unknown`. */
export async function getArticle({ prisma }: Pick<KnowledgeDeps, 'prisma'>, caller: Caller, id: string): Promise<ArticleView> {
  const workspaceId = caller.workspace.id;
  const row = await prisma.article.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  if (!row) throw new Refusal('not-found', 'article-unknown');
  const name = (await agentNames(prisma, workspaceId, [row.updatedBy])).get(row.updatedBy ?? '');
  return {
    article: storedArticle(row),
    archived: row.archivedAt !== null,
    updatedAt: Number(row.updatedAt),
    updatedBy: row.updatedBy !== null && name !== undefined ? { id: row.updatedBy, name } : null,
  };
}
