import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type PostgresServer } from '@/lib/store/testing/postgres-server';
import { ask } from '../move/move-house';
import { runRelais } from '../start/run-relais';

let server: PostgresServer;
const folder = mkdtempSync(join(tmpdir(), 'relais-doctor-'));
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
});

async function doctor(url: string, environment: Record<string, string> = {}): Promise<{ code: number | null; output: string }> {
  const running = runRelais(process.cwd(), ['--language', 'en', 'doctor'], { RELAIS_DATA: folder, PORT: '0', RELAIS_SECRET: '', DATABASE_URL: url.replace('relais@', 'relais:geheim@'), ...environment });
  const code = await running.ended;
  expect(running.output()).not.toContain('geheim');
  return { code, output: running.output() };
}

test('the doctor finds a PostgreSQL well that answers, is up to date and keeps what it commits', async () => {
  const { code, output } = await doctor(await server.migrated());
  expect(output).toMatch(/^✓ PostgreSQL \d\S* .*answers at 127\.0\.0\.1:\d+\/relais_test_\w+\.$/m);
  expect(output).toContain('✓ What is answered is on disk');
  expect(output).toContain('✓ The database is up to date.');
  expect(output).toContain('✓ RELAIS_SECRET is not set: only processes with this data folder');
  expect(code, output).toBe(0);
  expect((await doctor(await server.migrated(), { RELAIS_SECRET: 's'.repeat(40) })).output).toContain('✓ The secret is that of RELAIS_SECRET.');
});

test('it finds one that nobody answers for, and does not show the password', async () => {
  const { code, output } = await doctor('postgres://relais@127.0.0.1:1/nothing');
  expect(output).toMatch(/✗ 127\.0\.0\.1:1\/nothing cannot be used: .*ECONNREFUSED/);
  expect(code).toBe(1);
});

test('it finds one without the newest schema, and one into which a move is not finished, and changes nothing', async () => {
  const url = await server.database();
  const { code, output } = await doctor(url);
  expect(output).toMatch(/✗ The database is not up to date: \d+_first/);
  expect(code).toBe(1);
  expect(await ask(url, `SELECT count(*)::int FROM information_schema.tables WHERE table_schema = 'public'`)).toEqual([[0]]);
  const begun = await server.migrated();
  await ask(begun, 'CREATE TABLE "_relais_move" ("table" text)');
  expect(await doctor(begun)).toMatchObject({ code: 1, output: expect.stringMatching(/✗ A move into this database was begun/) as string });
});

test('it finds a server that does not wait for its disk', async () => {
  const url = await server.migrated();
  await ask(url, 'ALTER SYSTEM SET fsync = off');
  await ask(url, 'SELECT pg_reload_conf()');
  try {
    await expect.poll(() => ask(url, 'SHOW fsync')).toEqual([['off']]);
    expect(await doctor(url)).toMatchObject({ code: 1, output: expect.stringContaining('✗ What is answered may be lost when the server’s machine stops: fsync is off.') as string });
  } finally {
    await ask(url, 'ALTER SYSTEM RESET fsync');
    await ask(url, 'SELECT pg_reload_conf()');
  }
});
