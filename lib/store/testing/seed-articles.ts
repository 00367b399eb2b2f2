import type { Article } from '@/flows/knowledge/article';
import type { AdminDatabase } from '../prisma/lane-prisma';

/** For tests: puts articles into a workspace, over those of the same ids, as one change. */
export async function seedArticles(db: AdminDatabase, workspaceId: string, articles: readonly Article[]): Promise<void> {
  const rows = articles.map(({ id, title, phrasings, answer, tags, validFrom, validTo, revision }) => ({
    id,
    data: {
      title: JSON.stringify(title), phrasings: JSON.stringify(phrasings), answer: JSON.stringify(answer), tags: JSON.stringify(tags), revision,
      validFrom: validFrom === null ? null : BigInt(validFrom), validTo: validTo === null ? null : BigInt(validTo), updatedAt: 0n,
    },
  }));
  await db.$transaction([
    ...rows.map(({ id, data }) => db.article.upsert({ where: { workspaceId_id: { workspaceId, id } }, create: { workspaceId, id, ...data, createdAt: 0n }, update: data })),
    db.workspace.update({ where: { id: workspaceId }, data: { knowledgeVersion: { increment: 1 } } }),
  ]);
}
