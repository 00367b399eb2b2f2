import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdDataFolder } from '@/lib/cli/hold-data-folder';
import { startPostgres, type PostgresServer } from '@/lib/store/testing/postgres-server';
import { ask, moveHouse, type MoveHouse } from './move-house';

let server: PostgresServer;
let house: MoveHouse;
beforeAll(async () => {
  [server, house] = await Promise.all([startPostgres(), moveHouse()]);
});
afterAll(async () => {
  house.remove();
  await server.stop();
});

const tablesOf = async (url: string): Promise<unknown[]> => (await ask(url, `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`)).flat();

describe('a move is refused, with a sentence and without touching the other database,', () => {
  test('while Relais runs on the data', async () => {
    const { dataDir } = house.copy();
    const url = await server.database();
    const release = await holdDataFolder(dataDir);
    expect(await house.moved(dataDir, url)).toMatchObject({ code: 1, output: expect.stringContaining('is running already') as string });
    release?.();
    expect(await tablesOf(url)).toEqual([]);
  });

  test('where there is no database, or the address is none of PostgreSQL', async () => {
    expect(await house.moved(join(house.played.dataDir, 'nowhere'), 'postgres://x/y')).toMatchObject({ code: 1, output: expect.stringContaining('There is no database at') as string });
    expect(await house.moved(house.copy().dataDir, 'mysql://relais:geheim@127.0.0.1/x')).toMatchObject({ code: 2, output: expect.not.stringContaining('geheim') as string });
  });

  test('when nobody answers there, without showing the password', async () => {
    const { code, output } = await house.moved(house.copy().dataDir, 'postgres://relais:geheim@127.0.0.1:1/relais');
    expect(code).toBe(1);
    expect(output).toMatch(/127\.0\.0\.1:1\/relais cannot be used: .*ECONNREFUSED/);
    expect(output).not.toContain('geheim');
  });

  test('by a database of another program, and by a Relais that has something in it', async () => {
    const strange = await server.database();
    await ask(strange, 'CREATE TABLE "orders" ("id" int)');
    expect(await house.moved(house.copy().dataDir, strange)).toMatchObject({ code: 1, output: expect.stringContaining('is not empty (table orders)') as string });
    expect(await tablesOf(strange)).toEqual(['orders']);
    const used = await server.migrated();
    await ask(used, `INSERT INTO "Workspace" ("id", "name", "languages", "createdAt") VALUES ('w', 'w', '[]', 0)`);
    expect(await house.moved(house.copy().dataDir, used)).toMatchObject({ code: 1, output: expect.stringContaining('is not empty (table Workspace)') as string });
    expect(await ask(used, 'SELECT count(*)::int FROM "User"')).toEqual([[0]]);
  });

  test('by a database that stores other than UTF-8', async () => {
    const url = await server.database();
    const latin = new URL(url);
    latin.pathname = `${latin.pathname.slice(1)}_latin`;
    await ask(url, `CREATE DATABASE "${latin.pathname.slice(1)}" ENCODING 'LATIN1' TEMPLATE template0`);
    expect(await house.moved(house.copy().dataDir, latin.href)).toMatchObject({ code: 1, output: expect.stringContaining('stores text as LATIN1') as string });
  });

  test('while another move into it is under way', async () => {
    const url = await server.database();
    const { dataDir } = house.copy();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('SELECT pg_advisory_lock(7241007)');
    expect(await house.moved(dataDir, url)).toMatchObject({ code: 1, output: expect.stringContaining('Another move into') as string });
    await client.end();
    expect(await house.moved(dataDir, url)).toMatchObject({ code: 0 });
  });

  test('when a table or a column is on one side only, naming each', async () => {
    const url = await server.migrated();
    await ask(url, 'CREATE TABLE "Extra" ("id" text PRIMARY KEY)');
    const { dataDir } = house.copy('CREATE TABLE "Own" ("id" TEXT PRIMARY KEY); ALTER TABLE "Timer" ADD COLUMN "more" TEXT');
    const { code, output } = await house.moved(dataDir, url);
    expect(code).toBe(1);
    expect(output).toMatch(/Only in the file: Own, Timer\.more\. Only in \S+: Extra\./);
  });

  test('by a file of a newer Relais, and by a damaged one', async () => {
    const url = await server.database();
    const newer = house.copy(`INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name") VALUES ('x', 'x', 1, '20990101000000_future')`);
    expect(await house.moved(newer.dataDir, url)).toMatchObject({ code: 1, output: expect.stringContaining('20990101000000_future') as string });
    const holed = house.copy(`DELETE FROM "InboundEvent" WHERE "seq" = 1`);
    expect(await house.moved(holed.dataDir, url)).toMatchObject({ code: 1, output: expect.stringContaining('is damaged') as string });
    expect(await tablesOf(url)).toEqual([]);
  });

  test.each([
    ['a NUL', `UPDATE "Profile" SET "name" = 'a' || char(0) || 'b' WHERE "rowid" = 2`, 'NUL character: Profile, row .+, column name'],
    ['what is not UTF-8', `UPDATE "Message" SET "content" = CAST(x'61eda08062' AS TEXT) WHERE "rowid" = 3`, 'not UTF-8 .+: Message, row .+, .+, 3, column content'],
    ['bytes', `UPDATE "Profile" SET "email" = x'c3a9' WHERE "rowid" = 1`, 'not of its column’s type: Profile, row .+, column email'],
    ['a number that is none', `UPDATE "Timer" SET "fireAt" = 'soon'`, 'not of its column’s type: Timer, row .+, column fireAt'],
    ['a fraction', `UPDATE "Timer" SET "fireAt" = 0.5`, 'not of its column’s type: Timer, row .+, column fireAt'],
    ['more than 32 bits', `UPDATE "Conversation" SET "epoch" = 2147483648 WHERE "rowid" = 1`, 'too large .+: Conversation, row .+, column epoch'],
    ['more than a double holds', `UPDATE "Timer" SET "fireAt" = 9007199254740993`, 'too large .+: Timer, row .+, column fireAt'],
    ['a yes and a no that is neither', `UPDATE "Queue" SET "isDefault" = 2`, 'not of its column’s type: Queue, row .+, service, column isDefault'],
    ['a day that does not exist', `UPDATE "Session" SET "expiresAt" = 'tomorrow'`, 'not of its column’s type: Session, row .+, column expiresAt'],
  ])('by %s, naming table, row and column', async (_, sql, words) => {
    const { code, output } = await house.moved(house.copy(sql).dataDir, await server.migrated());
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(words));
  });
});
