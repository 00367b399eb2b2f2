import type { ArticleRow } from '@/flows/knowledge/stored-article';
import type { SqliteDatabase } from './open-database';
import { prepareStatement } from './statement';

/** The articles of a workspace, as searches read them. */
export function createArticleTable(db: SqliteDatabase) {
  const version = prepareStatement(db, 'SELECT "knowledgeVersion" FROM "Workspace" WHERE "id" = ?');
  const all = prepareStatement(
    db,
    `SELECT "id", "title", "phrasings", "answer", "tags", "validFrom", "validTo", "revision" FROM "Article"
     WHERE "workspaceId" = ? AND "archivedAt" IS NULL ORDER BY "id"`,
  );
  return {
    version: (workspaceId: string): number => (version.get(workspaceId)?.[0] ?? 0) as number,
    all: (workspaceId: string): ArticleRow[] =>
      all.all(workspaceId).map(
        ([id, title, phrasings, answer, tags, validFrom, validTo, revision]) =>
          ({ id, title, phrasings, answer, tags, validFrom, validTo, revision }) as unknown as ArticleRow,
      ),
  };
}
