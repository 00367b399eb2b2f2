import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ConversationKey } from '@/lib/runtime/runtime-types';
import { openStore, type Store } from '@/lib/store/open-store';
import { plainProgram } from '@/lib/store/testing/plain-program';
import { startPostgres, type PostgresServer } from '@/lib/store/testing/postgres-server';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';

const LEASE_MS = 900;
const program = plainProgram(() => Date.now());
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let server: PostgresServer;
let opened: Store[];
let one: Store;
let other: Store;
let key: ConversationKey;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

beforeEach(async () => {
  const url = await server.migrated();
  opened = [1, 2].map(() => openStore(url, undefined, LEASE_MS));
  [one, other] = opened as [Store, Store];
  const { workspaceId, connectionId } = await seedWorkspace(one.admin, 'one');
  key = { workspaceId, conversationId: 'c' };
  await one.turns.openConversation({ workspaceId, connectionId, externalId: 'v', language: 'en' }, { profileId: 'p', identityId: 'i', conversationId: 'c' }, Date.now());
});
afterEach(() => Promise.all(opened.map((store) => store.close())));

const say = (name: string, text: string) => one.turns.deliver(key, { key: name, type: 'customer.message', text }, program);
const claims = async (store: Store) => (await store.turns.claimOutbox(Date.now(), 10)).map(({ id, attempts }) => [id, attempts]);

it('what a dead process was sending is another’s when its lease is over, as a repeat', async () => {
  await say('a', 'outbox');
  expect(await claims(one)).toEqual([['a:out', 1]]);
  // Ends the signs of life and nothing else, as a kill does.
  (one.turns as Store['turns'] & { close(): void }).close();
  expect(await claims(other)).toEqual([]);
  expect(await other.turns.nextOutboxAt()).toBeGreaterThan(Date.now());
  await sleep(LEASE_MS);
  expect(await claims(other)).toEqual([['a:out', 2]]);
});

it('what a living process is sending stays its own, however slow; what it marked and never got is not kept with it', async () => {
  await say('a', 'outbox');
  await say('b', 'outbox');
  expect(await claims(one)).toEqual([['a:out', 1]]);
  const { claimedBy, claimedUntil } = await one.admin.outbox.findFirstOrThrow({ where: { id: 'a:out' } });
  // Its answer was lost on the way: the connection died after the commit.
  await one.admin.outbox.updateMany({ where: { id: 'b:out' }, data: { kind: 'http.request', state: 'sending', claimedBy, claimedUntil, attempts: 1 } });
  await sleep(2 * LEASE_MS);
  expect(await claims(other)).toEqual([['b:out', 2]]);
});

it('what a dead process was firing is fired by another when it is no longer believed', async () => {
  await say('a', 'timer 1');
  await sleep(1000);
  expect(await one.turns.dueTimers(Date.now(), 10)).toHaveLength(1);
  expect(await other.turns.dueTimers(Date.now(), 10)).toEqual([]);
  const next = await other.turns.nextTimerAt();
  expect(next).toBeGreaterThan(Date.now());
  await sleep(LEASE_MS / 2);
  expect(await other.turns.dueTimers(Date.now(), 10)).toMatchObject([{ conversationId: 'c', timerId: 't', generation: 1 }]);
});
