import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '@/lib/store/open-store';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { temporaryDatabase, type TemporaryDatabase } from '@/lib/store/testing/temporary-database';
import { buildChild } from '../crash/build-child';
import { startChild } from '../crash/child-process';
import { readTrace, type TraceSummary } from './read-trace';

const strace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0;
if (!strace && process.env.CI === 'true') throw new Error('strace is missing: apt-get install strace');
if (!strace) console.warn('skipped: strace is not installed, so nobody watches whether an answered message is on disk');

const MESSAGES = 40;

/** SIGKILL shows that commits are atomic; only watching the system calls shows that they are on disk when answered. */
describe.skipIf(!strace)('an answered message is on disk', () => {
  let temporary: TemporaryDatabase;
  let program: string;

  beforeAll(async () => {
    program = await buildChild('tests/crash/runtime-child.ts');
  });
  afterAll(() => temporary.remove());

  async function trace(synchronous: 'FULL' | 'NORMAL'): Promise<TraceSummary> {
    temporary = temporaryDatabase();
    const store = openStore(temporary.file);
    await seedWorkspace(store.admin, 'one');
    for (const id of ['a', 'b']) {
      const ids = { profileId: `p${id}`, identityId: `i${id}`, conversationId: id };
      await store.turns.openConversation({ workspaceId: 'one', connectionId: 'one-connection', externalId: id, language: 'en' }, ids, 0);
    }
    await store.close();
    const log = join(temporary.file, '../trace.txt');
    const calls = 'trace=write,writev,pwrite64,pwritev,pwritev2,fsync,fdatasync,sync_file_range,msync';
    const child = await startChild('strace', ['-f', '-y', '-s', '24', '-e', calls, '-o', log, process.execPath, program, temporary.file, synchronous]);
    // Alone and in company: groups of 1 and of 4.
    for (let i = 0; i < MESSAGES; i += 8) {
      const say = (conversationId: string, n: number) =>
        child.deliver({ workspaceId: 'one', conversationId }, { key: `m${n}`, type: 'customer.message', text: `message ${n}` });
      for (let n = i; n < i + 4; n += 1) await say('a', n);
      await Promise.all([say('a', i + 4), say('b', i + 5), say('a', i + 6), say('b', i + 7)]);
    }
    const ended = new Promise((resolve) => child.process.once('exit', resolve));
    child.process.stdin?.end();
    child.process.kill('SIGTERM');
    await ended;
    return readTrace(readFileSync(log, 'utf8'));
  }

  it('has an fsync of the write-ahead log between each batch’s last write and its receipts', async () => {
    const summary = await trace('FULL');
    expect(summary.receipts).toBe(MESSAGES);
    expect(summary.walWrites).toBeGreaterThan(0);
    expect(summary.tooEarly).toEqual([]);
    // Each receipt that came alone had its own sync; four that came together may share one.
    expect(summary.walSyncs).toBeGreaterThanOrEqual(MESSAGES / 8 * 5);
  });

  it('would be noticed: with synchronous=NORMAL planted, receipts leave before their data', async () => {
    const summary = await trace('NORMAL');
    expect(summary.receipts).toBe(MESSAGES);
    expect(summary.tooEarly.length).toBeGreaterThan(MESSAGES / 2);
  });
});
