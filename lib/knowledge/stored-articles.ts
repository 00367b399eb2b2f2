import { articleSchema, type Article } from '@/flows/knowledge/article';
import type { Article as ArticleRow } from '@/lib/store/prisma/generated/client';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { KnowledgeView } from './knowledge';

/** A workspace's articles that are not archived, in the order of their ids, with the version they make up. */
export async function storedArticles(prisma: AdminDatabase, workspaceId: string): Promise<KnowledgeView> {
  // One batch: articles of one moment, and the version of that moment.
  const [workspace, rows] = await prisma.$transaction([
    prisma.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { knowledgeVersion: true } }),
    prisma.article.findMany({ where: { workspaceId, archivedAt: null }, orderBy: { id: 'asc' } }),
  ]);
  return { version: workspace.knowledgeVersion, articles: rows.map(articleFromRow) };
}

function articleFromRow(row: ArticleRow): Article {
  return articleSchema.parse({
    id: row.id,
    title: JSON.parse(row.title),
    phrasings: JSON.parse(row.phrasings),
    answer: JSON.parse(row.answer),
    tags: JSON.parse(row.tags),
    validFrom: row.validFrom === null ? null : Number(row.validFrom),
    validTo: row.validTo === null ? null : Number(row.validTo),
    revision: row.revision,
  });
}
