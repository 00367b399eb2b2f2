import { appendFileSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LIBRARY_FLOW } from '@/lib/runtime/testing/runtime-harness';
import { migrateDatabase } from '@/lib/store/migrate';
import { openStore } from '@/lib/store/open-store';
import { openDatabase } from '@/lib/store/sqlite/open-database';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { buildChild } from '../crash/build-child';
import { startChild } from '../crash/child-process';
import { relais } from './relais';

const folder = mkdtempSync(join(tmpdir(), 'relais-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a backup taken while conversations run holds every message answered before it, without a gap, and runs', async () => {
  const data = join(folder, 'data');
  mkdirSync(data);
  const file = join(data, 'relais.db');
  migrateDatabase(file, 'prisma/migrations', 0);
  writeFileSync(join(data, 'auth-secret'), 's'.repeat(48));
  const seeded = openStore(file);
  await seedWorkspace(seeded.admin, 'one', { document: LIBRARY_FLOW });
  const ids = Array.from({ length: 40 }, (_, index) => `c${index}`);
  for (const id of ids) await seeded.turns.openConversation({ workspaceId: 'one', connectionId: 'one-connection', externalId: id, language: 'en' }, { profileId: `p${id}`, identityId: `i${id}`, conversationId: id }, 0);
  await seeded.close();

  const runtime = await startChild(process.execPath, [await buildChild('tests/crash/runtime-child.ts'), file]);
  const answered: { conversationId: string; key: string }[] = [];
  let going = true;
  const senders = ids.map(async (conversationId) => {
    for (let turn = 0; going; turn += 1) {
      await runtime.deliver({ workspaceId: 'one', conversationId }, { key: `k${turn}`, type: 'customer.message', text: 'hello' });
      answered.push({ conversationId, key: `k${turn}` });
    }
  });
  const copy = join(folder, 'copy.db');
  while (answered.length < 400) await new Promise((resolve) => setTimeout(resolve, 10));
  const before = [...answered];
  const taken = await relais(data, ['backup', copy]);
  const after = answered.length;
  going = false;
  await Promise.all(senders);
  await runtime.kill();
  expect(taken, taken.output).toMatchObject({ status: 0 });
  expect(after, 'it was taken under load').toBeGreaterThan(before.length);
  expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
  expect((await relais(data, ['backup', copy])).output).toContain('is there already');

  const empty = join(folder, 'empty');
  const restored = await relais(empty, ['restore', copy]);
  expect(restored, restored.output).toMatchObject({ status: 0 });
  expect(readFileSync(join(empty, 'auth-secret'), 'utf8')).toBe('s'.repeat(48));
  const db = openDatabase(join(empty, 'relais.db'), { role: 'read' });
  const rows = db.prepare('SELECT "conversationId", "key" FROM "InboundEvent" ORDER BY "conversationId", "seq"').raw().all() as [string, string][];
  const kept = new Set(rows.map((row) => row.join(' ')));
  expect(before.filter(({ conversationId, key }) => !kept.has(`${conversationId} ${key}`))).toEqual([]);
  for (const id of ids) {
    const keys = rows.filter(([conversation]) => conversation === id).map(([, key]) => key);
    expect(keys).toEqual(keys.map((_, index) => `k${index}`));
  }
  expect(db.prepare('PRAGMA foreign_key_check').raw().all()).toEqual([]);
  db.close();

  const again = await startChild(process.execPath, [await buildChild('tests/crash/runtime-child.ts'), join(empty, 'relais.db')]);
  expect(await again.deliver({ workspaceId: 'one', conversationId: 'c0' }, { key: 'k0', type: 'customer.message', text: 'hello' })).toMatchObject({ duplicate: true, seq: 1 });
  expect(await again.deliver({ workspaceId: 'one', conversationId: 'c0' }, { key: 'new', type: 'customer.message', text: 'hello' })).toMatchObject({ duplicate: false, outcome: { ok: true } });
  await again.kill();

  expect(await relais(empty, ['restore', copy])).toMatchObject({ status: 1, output: expect.stringContaining('--replace') });
  expect(await relais(empty, ['restore', copy, '--replace'])).toMatchObject({ status: 0 });
  const aside = readdirSync(empty).find((name) => /^relais\.db\.before-[^-]+-[^-]+-[\dT-]+Z$/.test(name)) ?? '';
  const old = openDatabase(join(empty, aside), { role: 'read' });
  expect(old.prepare(`SELECT count(*) FROM "InboundEvent" WHERE "key" = 'new'`).raw().get()).toEqual([1]);
  old.close();

  const newer = join(folder, 'newer.db');
  copyFileSync(copy, newer);
  const future = openDatabase(newer, { role: 'write' });
  future.exec(`INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name") VALUES ('x', 'x', 1, '20990101000000_future')`);
  future.close();
  expect(await relais(join(folder, 'other'), ['restore', newer])).toMatchObject({ status: 1, output: expect.stringContaining('20990101000000_future') });
  const holed = join(folder, 'holed.db');
  copyFileSync(copy, holed);
  const hole = openDatabase(holed, { role: 'write' });
  hole.exec(`DELETE FROM "InboundEvent" WHERE "conversationId" = 'c1' AND "seq" = 1`);
  hole.close();
  expect(await relais(join(folder, 'other'), ['restore', holed])).toMatchObject({ status: 1, output: expect.stringContaining('miss events') });
  const torn = join(folder, 'torn.db');
  writeFileSync(torn, readFileSync(copy).subarray(0, 20_000));
  appendFileSync(torn, 'x');
  expect(await relais(join(folder, 'other'), ['restore', torn])).toMatchObject({ status: 1, output: expect.stringContaining('damaged') });
  expect(existsSync(join(folder, 'other', 'relais.db'))).toBe(false);
  expect(await relais(data, ['backup', join(folder, 'pg')], { DATABASE_URL: 'postgres://x' })).toMatchObject({ status: 1, output: expect.stringContaining('pg_dump') });
});
