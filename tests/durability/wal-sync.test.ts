import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '@/lib/store/open-store';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { temporaryDatabase, type TemporaryDatabase } from '@/lib/store/testing/temporary-database';
import { buildChild } from '../crash/build-child';
import { startChild } from '../crash/child-process';
import { readTrace, type TraceSummary } from './read-trace';
import { hasStrace, straceArguments } from './strace';

const MESSAGES = 40;

/** SIGKILL shows that commits are atomic; only watching the system calls shows that they are on disk when answered. */
describe.skipIf(!hasStrace())('a receipt', () => {
  let temporary: TemporaryDatabase;
  let program: string;

  beforeAll(async () => {
    program = await buildChild('tests/crash/runtime-child.ts');
  });
  afterEach(() => temporary.remove());

  async function trace(...planted: string[]): Promise<TraceSummary> {
    temporary = temporaryDatabase();
    const store = openStore(temporary.file);
    await seedWorkspace(store.admin, 'one');
    for (const id of ['a', 'b']) {
      const ids = { profileId: `p${id}`, identityId: `i${id}`, conversationId: id };
      await store.turns.openConversation({ workspaceId: 'one', connectionId: 'one-connection', externalId: id, language: 'en' }, ids, 0);
    }
    await store.close();
    const log = join(temporary.file, '../trace.txt');
    const child = await startChild('strace', straceArguments(log, [program, temporary.file, ...planted]));
    const say = (conversationId: string, n: number) =>
      child.deliver({ workspaceId: 'one', conversationId }, { key: `m${n}`, type: 'customer.message', text: `message ${n}` });
    // Alone and in company: groups of 1 and of 4.
    for (let i = 0; i < MESSAGES; i += 8) {
      for (let n = i; n < i + 4; n += 1) await say('a', n);
      await Promise.all([say('a', i + 4), say('b', i + 5), say('a', i + 6), say('b', i + 7)]);
    }
    const ended = new Promise((resolve) => child.process.once('exit', resolve));
    child.process.stdin?.end();
    await ended;
    return readTrace(readFileSync(log, 'utf8'), (line) => line.includes('{\\"of\\":'));
  }

  it('leaves after an fsync of the write-ahead log that follows its batch’s last write', async () => {
    const summary = await trace();
    expect(summary.receipts).toBe(MESSAGES);
    expect(summary.walWrites).toBeGreaterThan(0);
    expect(summary.tooEarly).toEqual([]);
    // Each receipt that came alone had its own sync; four that came together may share one.
    expect(summary.walSyncs).toBeGreaterThanOrEqual((MESSAGES / 8) * 5);
  });

  it('is seen to leave before its data when synchronous=NORMAL is planted', async () => {
    const summary = await trace('NORMAL');
    expect(summary.receipts).toBe(MESSAGES);
    expect(summary.tooEarly.length).toBeGreaterThan(MESSAGES / 2);
  });
});
