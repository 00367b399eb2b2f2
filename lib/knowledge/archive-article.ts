import type { Caller } from '@/lib/auth/caller';
import { getArticle } from './get-article';
import { knowledgeChange } from './knowledge-change';
import type { KnowledgeDeps } from './knowledge-deps';

/** Takes an article out of every search, or puts it back; nothing of it is lost. Harmless when it stands so already. */
export async function archiveArticle(deps: KnowledgeDeps, caller: Caller, { id, archived }: { id: string; archived: boolean }): Promise<void> {
  const { prisma, clock, changed } = deps;
  const workspaceId = caller.workspace.id;
  const { archived: before } = await getArticle(deps, caller, id);
  if (before === archived) return;
  const at = clock.now();
  await prisma.$transaction([
    // A revision of its own: whoever is editing it meanwhile learns of it.
    prisma.article.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { archivedAt: archived ? BigInt(at) : null, revision: { increment: 1 }, updatedAt: BigInt(at), updatedBy: caller.userId },
    }),
    ...knowledgeChange(prisma, caller, { at, action: archived ? 'article.archived' : 'article.restored', targetId: id, detail: {} }),
  ]);
  changed(workspaceId);
}
