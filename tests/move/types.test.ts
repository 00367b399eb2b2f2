import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveDatabase, type MoveWatch } from '@/lib/store/move/move-database';
import { MoveRefusal } from '@/lib/store/move/move-refusal';
import { setSequences } from '@/lib/store/move/set-sequences';
import { columnType } from '@/lib/store/move/column-types';
import { openStore } from '@/lib/store/open-store';
import { openDatabase } from '@/lib/store/sqlite/open-database';
import { startPostgres, type PostgresServer } from '@/lib/store/testing/postgres-server';
import { temporaryDatabase, type TemporaryDatabase } from '@/lib/store/testing/temporary-database';
import { ask } from './move-house';

let server: PostgresServer;
let source: TemporaryDatabase;
beforeAll(async () => {
  server = await startPostgres();
  source = temporaryDatabase();
});
afterAll(async () => {
  source.remove();
  await server.stop();
});

const QUIET: MoveWatch = { begun: () => undefined, wrote: () => undefined, verified: () => undefined };
const MIGRATIONS = 'prisma/postgres/migrations';

test('texts, dates, numbers and nothing are after a move what Prisma and SQLite said before it', async () => {
  const { file } = source;
  const store = openStore(file);
  const { admin } = store;
  const texts = ['', ' ', 'é', '☎', '🧑‍🚀', '\u0001\u001f\u007f', '\\N', '\\.', '\t\r\n\\t', '\u2028\ufeff', 'a\ufffdb', '{"a":[1,null]}', 'NULL', 'x'.repeat(6_000_000)];
  const dates = ['1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00.000Z', '2026-03-29T01:30:00.123Z', '2024-02-29T23:59:59.001Z', '9999-12-31T23:59:59.999Z'].map((text) => new Date(text));
  for (const [index, text] of texts.entries()) {
    await admin.user.create({ data: { id: `u${index}`, name: text, email: `u${index}@x`, image: index % 2 === 0 ? text : null, emailVerified: index % 3 === 0, createdAt: dates[index % dates.length] as Date } });
  }
  await admin.workspace.create({ data: { id: 'w', name: 'w', languages: '[]', createdAt: BigInt(Number.MAX_SAFE_INTEGER) } });
  await admin.workspace.create({ data: { id: 'W', name: 'w', languages: '[]', createdAt: -1n, knowledgeVersion: 2_147_483_647 } });
  const before = await everything(admin);
  await store.close();
  // As SQLite itself writes them by default, and as other tools do.
  const db = openDatabase(file, { role: 'write' });
  db.exec(`INSERT INTO "Verification" ("id", "identifier", "value", "expiresAt", "createdAt", "updatedAt") VALUES
    ('plain', 'x', 'x', '2026-07-01 12:00:00', '2026-07-01 12:00:00.250', 1782907200001), ('zone', 'x', 'x', '2026-07-01T12:00:00.5+02:00', '2026-07-01T12:00:00Z', 0)`);
  db.close();
  const url = await server.database();
  await moveDatabase({ file, url, migrations: MIGRATIONS }, QUIET);
  const moved = openStore(url);
  expect(await everything(moved.admin)).toEqual(before);
  await moved.close();
  expect(await ask(url, `SELECT "id", "expiresAt"::text, "createdAt"::text, "updatedAt"::text FROM "Verification" ORDER BY 1`)).toEqual([
    ['plain', '2026-07-01 12:00:00', '2026-07-01 12:00:00.25', '2026-07-01 12:00:00.001'],
    ['zone', '2026-07-01 10:00:00.5', '2026-07-01 12:00:00', '1970-01-01 00:00:00'],
  ]);
});

test('the connection that breaks stops the move in words, and a second one ends it', async () => {
  const url = await server.database();
  const cut = async (): Promise<void> => void (await ask(url, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()'));
  let cutting: Promise<void> | undefined;
  const watch = { ...QUIET, begun: () => void (cutting = cut()), wrote: () => undefined };
  const broken = await moveDatabase({ file: source.file, url, migrations: MIGRATIONS }, watch).catch((error: unknown) => error);
  await cutting;
  expect(broken).toBeInstanceOf(MoveRefusal);
  expect((broken as MoveRefusal).obstacle.reason).toBe('interrupted');
  const resumed: boolean[] = [];
  await moveDatabase({ file: source.file, url, migrations: MIGRATIONS }, { ...QUIET, begun: (again) => void resumed.push(again) });
  expect(resumed).toEqual([true]);
});

test('every type of the schema is known, and another is refused', async () => {
  const types = (await ask(await server.migrated(), `SELECT DISTINCT data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%'`)).flat().map(String);
  expect(types.length).toBeGreaterThan(3);
  for (const type of types) expect(columnType(type)).toBeDefined();
  expect(() => columnType('point')).toThrow('point');
});

test('a column that numbers its rows goes on after those that were moved', async () => {
  const url = await server.database();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE TABLE "Numbered" ("number" bigserial PRIMARY KEY, "text" text); CREATE TABLE "None" ("number" serial PRIMARY KEY)');
  await client.query(`INSERT INTO "Numbered" VALUES (41, 'moved')`);
  const bigint = columnType('bigint');
  await setSequences(client, ['Numbered', 'None'].map((name) => ({ name, columns: [{ name: 'number', type: bigint }], key: ['number'] })));
  await client.query(`INSERT INTO "Numbered" ("text") VALUES ('new'); INSERT INTO "None" DEFAULT VALUES`);
  expect((await client.query('SELECT "number"::int FROM "Numbered" UNION ALL SELECT "number" FROM "None"')).rows).toEqual([{ number: 41 }, { number: 42 }, { number: 1 }]);
  await client.end();
});

async function everything(admin: ReturnType<typeof openStore>['admin']) {
  return { users: await admin.user.findMany({ orderBy: { email: 'asc' } }), workspaces: (await admin.workspace.findMany()).sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
