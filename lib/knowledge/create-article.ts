import type { ArticleContent } from '@/flows/knowledge/article';
import type { Caller } from '@/lib/auth/caller';
import { newId } from '@/lib/ids';
import { articleColumns } from './article-columns';
import { cleanContent } from './clean-content';
import type { QuestionKey } from './knowledge';
import { knowledgeChange } from './knowledge-change';
import type { KnowledgeDeps } from './knowledge-deps';
import { settling, storedQuestion } from './question';

/** A new article. With a question, that one is settled by it. */
export async function createArticle({ prisma, clock, changed }: KnowledgeDeps, caller: Caller, { content, question }: { content: ArticleContent; question?: QuestionKey | undefined }): Promise<{ id: string }> {
  if (question) await storedQuestion(prisma, caller, question);
  const workspaceId = caller.workspace.id;
  const id = newId();
  const at = clock.now();
  const times = { createdAt: BigInt(at), updatedAt: BigInt(at), updatedBy: caller.userId };
  await prisma.$transaction([
    prisma.article.create({ data: { workspaceId, id, ...articleColumns(cleanContent(content)), ...times } }),
    ...(question ? [settling(prisma, caller, question, at)] : []),
    ...knowledgeChange(prisma, caller, { at, action: 'article.created', targetId: id, detail: {} }),
  ]);
  changed(workspaceId);
  return { id };
}
