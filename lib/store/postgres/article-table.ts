import type { ArticleRow } from '@/flows/knowledge/stored-article';
import { rowOf, rowsOf, type Queryable } from './queryable';

const VERSION = { name: 'articles-version', text: 'SELECT "knowledgeVersion" FROM "Workspace" WHERE "id" = $1' };
const ALL = {
  name: 'articles',
  text: `SELECT "id", "title", "phrasings", "answer", "tags", "validFrom", "validTo", "revision" FROM "Article"
    WHERE "workspaceId" = $1 AND "archivedAt" IS NULL ORDER BY "id" COLLATE "C"`,
};

/** The version of the articles that stand now. */
export async function articlesVersion(database: Queryable, workspaceId: string): Promise<number> {
  return Number((await rowOf(database, VERSION, [workspaceId]))?.[0] ?? 0);
}

/** The articles of a workspace, as searches read them. */
export async function readArticles(database: Queryable, workspaceId: string): Promise<ArticleRow[]> {
  return (await rowsOf(database, ALL, [workspaceId])).map(
    ([id, title, phrasings, answer, tags, validFrom, validTo, revision]) => ({ id, title, phrasings, answer, tags, validFrom, validTo, revision }) as unknown as ArticleRow,
  );
}
