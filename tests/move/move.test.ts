import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { defaultRegistry } from '@/flows/nodes/registry';
import { createAuth } from '@/lib/auth/create-auth';
import { DATABASE_FILE } from '@/lib/env';
import { createRuntime } from '@/lib/runtime/create-runtime';
import { virtualClock } from '@/lib/runtime/testing/virtual-clock';
import { createSeal } from '@/lib/secrets/seal';
import { migrateDatabase } from '@/lib/store/migrate';
import { openStore } from '@/lib/store/open-store';
import { openDatabase } from '@/lib/store/sqlite/open-database';
import { storedMessage } from '@/lib/store/stored-message';
import { startPostgres, type PostgresServer } from '@/lib/store/testing/postgres-server';
import { cloneConversation } from './clone-conversation';
import { ask, moveHouse, type MoveHouse } from './move-house';
import { AWKWARD, SEALED, START } from './played-source';

let server: PostgresServer;
let house: MoveHouse;
beforeAll(async () => {
  [server, house] = await Promise.all([startPostgres(), moveHouse()]);
});
afterAll(async () => {
  house.remove();
  await server.stop();
});

const withPassword = (url: string): string => url.replace('relais@', 'relais:geheim@');

test('a database in use is moved, and conversations, timers, sign-ins and secrets go on in PostgreSQL', async () => {
  const { played } = house;
  const { dataDir, file } = house.copy();
  const secret = readFileSync(join(dataDir, 'auth-secret'), 'utf8');
  const url = await server.database();
  const { code, output } = await house.moved(dataDir, withPassword(url));
  expect(code, output).toBe(0);
  const db = openDatabase(file, { role: 'read' });
  const tables = (db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'`).raw().all() as [string][]).map(([name]) => name);
  for (const table of tables) expect(output).toMatch(new RegExp(`^${table}: ${String((db.prepare(`SELECT count(*) FROM "${table}"`).raw().get() as unknown[])[0])} rows?$`, 'm'));
  db.close();
  expect(output).toMatch(new RegExp(`Moved and verified: \\d+ rows in ${tables.length} tables`));
  expect(output).toContain(`RELAIS_SECRET to what ${join(dataDir, 'auth-secret')} holds`);
  expect(output).not.toContain(secret.trim());
  expect(output).not.toContain('geheim');
  expect(await ask(url, `SELECT to_regclass('"_relais_move"')`)).toEqual([[null]]);

  const store = openStore(url);
  const clock = virtualClock(START + 60_000);
  const sent: string[] = [];
  const runtime = createRuntime({
    store: store.turns, clock, registry: defaultRegistry, log: pino({ level: 'silent' }), onCommitted: () => undefined,
    senders: new Map([['sms', async ({ id }) => void sent.push(id)]]),
  });
  await runtime.start();
  try {
    const said = async ({ workspaceId, conversationId }: typeof played.web): Promise<string[]> => {
      const rows = await store.admin.message.findMany({ where: { workspaceId, conversationId }, orderBy: { seq: 'asc' } });
      return rows.map((row) => `${row.author}: ${storedMessage(row).parts.map(({ text }) => text).join(' ')}`);
    };
    const before = await said(played.web);
    expect(before).toHaveLength(4);
    expect(before[0]).toBe(`customer: hello ${AWKWARD}`);
    expect(await runtime.deliver(played.web, { key: 'k2', type: 'customer.message', text: 'Track my order', choice: 'welcome:order' })).toMatchObject({ duplicate: true, seq: 2 });
    expect(await runtime.deliver(played.web, { key: 'k3', type: 'customer.message', text: 'yes', choice: 'order-help:close' })).toMatchObject({ duplicate: false, seq: 3, outcome: { ok: true } });
    expect((await said(played.web)).slice(4)).toEqual(['customer: yes', expect.stringMatching(/^bot: ./)]);

    await vi.waitFor(() => expect(sent).toEqual([`${played.sms.conversationId}.m2`, `${played.sms.conversationId}.m4`]));
    // Its customer stays silent: the timer that was set on SQLite fires here.
    clock.advance(31 * 60_000);
    await vi.waitFor(async () => expect((await said(played.sms)).length).toBeGreaterThan(4));

    const { workspaceId } = played.web;
    const row = await store.admin.secret.findFirstOrThrow();
    expect(createSeal(secret.trim()).open({ workspaceId, key: row.key }, row.sealed)).toBe(SEALED);
    const auth = createAuth({ prisma: store.admin, kind: store.kind, secret: secret.trim(), publicUrl: null });
    const { email, password } = played.signIn;
    expect((await auth.api.getSession({ headers: new Headers({ cookie: played.cookie }) }))?.user.email).toBe(email);
    expect((await auth.api.signInEmail({ body: { email, password } })).user).toMatchObject({ email, emailVerified: true });
  } finally {
    await runtime.stop();
    await store.close();
  }
  expect(await house.moved(dataDir, url)).toMatchObject({ code: 1, output: expect.stringContaining('is not empty') as string });
});

test('killed three times on its way and started again it goes on, and every row is there once', async () => {
  const { dataDir, file } = house.copy();
  cloneConversation(file, house.played.web, 6000);
  const url = await server.database();
  const come = async (): Promise<number> => {
    const [[there] = []] = await ask(url, `SELECT to_regclass('"_relais_move"') IS NOT NULL`);
    return there === true ? Number((await ask(url, 'SELECT sum("rows") FROM "_relais_move"'))[0]?.[0]) : 0;
  };
  let reached = 0;
  for (const until of [1000, 40_000, 80_000]) {
    const running = house.move(dataDir, url);
    while ((await come()) < until) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await running.stop('SIGKILL')).toBeNull();
    const now = await come();
    expect(now, 'it did not begin anew').toBeGreaterThan(reached);
    expect(now, 'it was killed on its way').toBeLessThan(6000 * 17);
    reached = now;
  }
  // Half a database is not run on, and not mixed with another.
  expect(await house.relais(['migrate'], { RELAIS_DATA: dataDir, DATABASE_URL: url })).toMatchObject({ code: 1, output: expect.stringContaining('is not finished') as string });
  const { code, output } = await house.moved(dataDir, url);
  expect(code, output).toBe(0);
  expect(output).toContain('it goes on where it stopped');
  expect(output).toContain('Message: 24,008 rows');
  for (const [table, columns] of [
    ['Message', '"conversationId", "seq", "id", "author", "content", "sentAt"'],
    ['Timer', '"sessionId", "timerId", "conversationId", "generation", "fireAt"'],
    ['Conversation', '"id", "identityId", "owner", "sessionId", "messageSeq", "preview", "version"'],
  ] as const) {
    const there = (await ask(url, `SELECT ${columns} FROM "${table}"`)).map(spelled).sort();
    expect(there).toEqual(rowsHere(file, `SELECT ${columns} FROM "${table}"`).map(spelled).sort());
    expect(new Set(there).size).toBe(there.length);
  }
});

test('a move begun from another database, or before this one was written to, is not gone on with', async () => {
  const { dataDir, file } = house.copy();
  cloneConversation(file, house.played.web, 3000);
  const url = await server.database();
  const running = house.move(dataDir, url);
  while ((await ask(url, `SELECT to_regclass('"_relais_move"') IS NOT NULL`))[0]?.[0] !== true) await new Promise((resolve) => setTimeout(resolve, 5));
  await running.stop('SIGKILL');
  const other = house.copy(`UPDATE "_prisma_migrations" SET "id" = 'another-' || "id"`);
  expect(await house.moved(other.dataDir, url)).toMatchObject({ code: 1, output: expect.stringContaining('A move from another database') as string });
  const db = openDatabase(file, { role: 'write' });
  db.exec(`UPDATE "Profile" SET "name" = 'changed since' WHERE "rowid" = 1`);
  db.close();
  expect(await house.moved(dataDir, url)).toMatchObject({ code: 1, output: expect.stringContaining('has written to the data since') as string });
});

test.each([
  ['Message', `NEW."content" := NEW."content" || ' '; RETURN NEW`, 'a space more in one text'],
  ['Timer', 'RETURN NULL', 'a row less'],
  ['User', `NEW."createdAt" := NEW."createdAt" + interval '1 millisecond'; RETURN NEW`, 'a millisecond'],
  ['Queue', `NEW."isDefault" := NOT NEW."isDefault"; RETURN NEW`, 'a yes for a no'],
  ['Conversation', `NEW."agentId" := ''; RETURN NEW`, 'an empty text for none'],
])('what does not arrive in %s as it left is found by the comparison', async (table, harm) => {
  const url = await server.migrated();
  // One row only: the first that comes.
  await ask(url, `CREATE FUNCTION harm() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM "${table}") THEN RETURN NEW; END IF; ${harm}; END $$`);
  await ask(url, `CREATE TRIGGER harm BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION harm()`);
  const { code, output } = await house.moved(house.copy().dataDir, url);
  expect(code).toBe(1);
  expect(output).toMatch(new RegExp(`Not the same on both sides after the move: ${table}\\. `));
  expect(output).not.toContain('Moved and verified');
});

test('a file of an older Relais is brought to the newest schema first', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-older-'));
  const older = readdirSync('prisma/migrations').filter((name) => /^\d/.test(name)).sort().slice(0, -2);
  for (const name of older) cpSync(join('prisma/migrations', name), join(folder, 'migrations', name), { recursive: true });
  migrateDatabase(join(folder, DATABASE_FILE), join(folder, 'migrations'), 0);
  const { code, output } = await house.moved(folder, await server.database());
  rmSync(folder, { recursive: true });
  expect(code, output).toBe(0);
  expect(output).toContain('(2 migrations applied)');
  expect(output).toContain('There is no secret at');
});

function rowsHere(file: string, sql: string): unknown[][] {
  const db = openDatabase(file, { role: 'read' });
  try {
    return db.prepare(sql).raw().all() as unknown[][];
  } finally {
    db.close();
  }
}

const spelled = (row: unknown[]): string => row.map(String).join('\u0001');
