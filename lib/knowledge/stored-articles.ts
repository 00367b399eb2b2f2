import { storedArticle } from '@/flows/knowledge/stored-article';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { KnowledgeView } from './knowledge-views';

/** A workspace's articles that are not archived, in the order of their ids, with the version they make up. */
export async function storedArticles(prisma: AdminDatabase, workspaceId: string): Promise<KnowledgeView> {
  // One batch: articles of one moment, and the version of that moment.
  const [workspace, rows] = await prisma.$transaction([
    prisma.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { knowledgeVersion: true } }),
    prisma.article.findMany({ where: { workspaceId, archivedAt: null }, orderBy: { id: 'asc' } }),
  ]);
  return { version: workspace.knowledgeVersion, articles: rows.map(storedArticle) };
}
