import { existsSync } from 'node:fs';
import { articleSearch } from '@/flows/knowledge/article-search';
import { readEnv } from '@/lib/env';
import { readStoredDocument } from '@/lib/flows/read-stored-document';
import { workspaceCalendars } from '@/lib/flows/workspace-calendars';
import { storedArticles } from '@/lib/knowledge/stored-articles';
import { isPostgres } from '@/lib/store/is-postgres';
import { openStore } from '@/lib/store/open-store';
import { testView } from '@/lib/tests/test-view';
import { CliError } from './cli-error';
import type { CommandContext } from './command-context';
import type { TestSuite } from './test-suite';

/** Every flow of the database that has tests, as its draft stands, under its workspace's articles and calendars. */
export async function storedSuites(context: CommandContext): Promise<TestSuite[]> {
  const { database } = readEnv(context.environment);
  if (!isPostgres(database) && !existsSync(database)) throw new CliError(context.say('test.noDatabase', { file: database }));
  const store = openStore(database);
  try {
    const prisma = store.admin;
    const flows = await prisma.flow.findMany({
      where: { archivedAt: null, tests: { some: {} } },
      include: { tests: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
      orderBy: [{ workspaceId: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    });
    const workspaces = await prisma.workspace.findMany({ where: { id: { in: flows.map(({ workspaceId }) => workspaceId) } }, select: { id: true, name: true } });
    const surroundings = new Map(
      await Promise.all(
        workspaces.map(async ({ id, name }) => {
          const { articles, version } = await storedArticles(prisma, id);
          const calendars = await workspaceCalendars(prisma, id);
          const env = { knowledge: articleSearch(articles, version), calendars: Object.fromEntries(calendars.map((calendar) => [calendar.key, calendar])) };
          return [id, { name, env }] as const;
        }),
      ),
    );
    return flows.map(({ workspaceId, name, draft, tests }) => {
      const workspace = surroundings.get(workspaceId);
      return {
        name: `${workspace?.name ?? workspaceId}: ${name}`,
        document: readStoredDocument(draft),
        tests: tests.map((row) => testView(row, new Map())),
        env: workspace?.env ?? {},
      };
    });
  } finally {
    await store.close();
  }
}
