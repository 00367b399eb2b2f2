import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RuntimeEvent } from '@/lib/runtime/runtime-types';
import { createAdminDatabase } from '../prisma/lane-prisma';
import { plainProgram } from '../testing/plain-program';
import { seedWorkspace } from '../testing/seed-workspace';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database';
import { LaneClient } from './lane-client';
import { openDatabase, type SqliteDatabase } from './open-database';
import { createSqliteTurnStore } from './sqlite-turn-store';
import { createWriteLane, type WriteLane } from './write-lane';

const key = { workspaceId: 'one', conversationId: 'c' };
const say = (n: number): RuntimeEvent => ({ key: `k${n}`, type: 'customer.message', text: `m${n}` });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the database client Prisma works with', () => {
  let temporary: TemporaryDatabase;
  let write: SqliteDatabase;
  let read: SqliteDatabase;
  let lane: WriteLane;
  let client: LaneClient;

  beforeEach(() => {
    temporary = temporaryDatabase();
    write = openDatabase(temporary.file, { role: 'write' });
    read = openDatabase(temporary.file, { role: 'read' });
    lane = createWriteLane(write);
    client = new LaneClient(lane, write, read);
  });
  afterEach(async () => {
    await lane.close();
    write.close();
    read.close();
    temporary.remove();
  });

  const skills = async (): Promise<unknown[]> => (await client.execute('SELECT "key" FROM "Skill" ORDER BY 1')).rows.map((row) => row[0]);
  const skill = (name: string) => ({ sql: 'INSERT INTO "Skill" ("workspaceId", "key", "name") VALUES (?, ?, ?)', args: ['one', name, '{}'] });

  it('keeps 200 turns out of transactions that stay open across ticks, and neither vanishes with the other', async () => {
    const turns = createSqliteTurnStore(lane, write, read);
    await seedWorkspace(createAdminDatabase(client), 'one');
    await turns.openConversation({ workspaceId: 'one', connectionId: 'one-connection', externalId: 'v', language: 'en' }, { profileId: 'p', identityId: 'i', conversationId: 'c' }, 0);
    const program = plainProgram(() => 0);
    const administrating = async (): Promise<void> => {
      for (let i = 0; i < 10; i += 1) {
        const transaction = await client.transaction('write');
        await transaction.execute(skill(`s${i}`));
        await pause(5);
        if (i % 2 === 0) await transaction.commit();
        else await transaction.rollback();
        await pause(1);
      }
    };
    const talking = async (from: number): Promise<void> => {
      for (let n = from; n < from + 50; n += 1) await turns.deliver(key, say(n), program);
    };
    await Promise.all([administrating(), talking(0), talking(50), talking(100), talking(150)]);
    expect(await skills()).toEqual(['s0', 's2', 's4', 's6', 's8']);
    expect((await client.execute('SELECT count(*), max("seq") FROM "Message"')).rows.map((row) => [row[0], row[1]])).toEqual([[400, 400]]);
    expect((await client.execute('SELECT count(*) FROM "InboundEvent" WHERE "processedAt" IS NOT NULL')).rows[0]?.[0]).toBe(200);
  });

  it('writes a batch as a whole or not at all', async () => {
    await client.batch([skill('a'), ['DELETE FROM "Skill" WHERE "key" = ?', ['nothing']]]);
    await expect(client.batch([skill('b'), skill('a')])).rejects.toThrow(/UNIQUE/);
    expect(await skills()).toEqual(['a']);
  });

  it('reads what was committed, while a transaction is open', async () => {
    const transaction = await client.transaction('write');
    await transaction.execute(skill('a'));
    expect(await skills()).toEqual([]);
    await transaction.commit();
    expect(await skills()).toEqual(['a']);
    await expect(transaction.execute(skill('b'))).rejects.toThrow(/is over/);
  });

  it('carries integers beyond 2^53, bytes, booleans, dates and null both ways', async () => {
    const at = new Date(0);
    const bytes = new Uint8Array([0, 255]).buffer;
    const { rows } = await client.execute({ sql: 'SELECT ?, ?, ?, ?, ?', args: [2n ** 60n, bytes, true, at, null] });
    expect([...Array.from({ length: 5 }, (_, i) => rows[0]?.[i])]).toEqual([2n ** 60n, bytes, 1, 0, null]);
  });
});
