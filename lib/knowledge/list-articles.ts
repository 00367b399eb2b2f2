import { isWritten } from '@/flows/knowledge/is-written';
import type { Caller } from '@/lib/auth/caller';
import { agentNames } from '@/lib/inbox/agent-names';
import { storedArticle } from '@/flows/knowledge/stored-article';
import type { KnowledgeDeps } from './knowledge-deps';
import type { ArticleCard } from './knowledge-views';

/** Every article of the workspace, archived ones too, the one changed last first. */
export async function listArticles({ prisma }: KnowledgeDeps, caller: Caller): Promise<ArticleCard[]> {
  const { id: workspaceId, languages } = caller.workspace;
  const rows = await prisma.article.findMany({ where: { workspaceId }, orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }] });
  const names = await agentNames(prisma, workspaceId, rows.map(({ updatedBy }) => updatedBy));
  return rows.map((row) => {
    const article = storedArticle(row);
    const editor = row.updatedBy === null ? undefined : names.get(row.updatedBy);
    return {
      id: row.id,
      title: article.title,
      written: languages.filter((language) => isWritten(article, language)),
      missing: languages.filter((language) => !isWritten(article, language)),
      tags: article.tags,
      phrasings: Object.values(article.phrasings).reduce((sum, texts) => sum + texts.length, 0),
      validFrom: article.validFrom,
      validTo: article.validTo,
      archivedAt: row.archivedAt === null ? null : Number(row.archivedAt),
      updatedAt: Number(row.updatedAt),
      updatedBy: row.updatedBy !== null && editor !== undefined ? { id: row.updatedBy, name: editor } : null,
    };
  });
}
