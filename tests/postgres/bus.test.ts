import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import type { Bus, News } from '@/lib/realtime/bus';
import type { HubEvent, Topic } from '@/lib/realtime/hub';
import { createPostgresBus } from '@/lib/store/postgres/postgres-bus';
import { startPostgres, type PostgresServer } from '@/lib/store/testing/postgres-server';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
const open: Bus[] = [];
afterEach(async () => {
  for (const bus of open.splice(0)) await bus.close();
});

async function process(url: string): Promise<{ bus: Bus; heard: (News | null)[] }> {
  const bus = createPostgresBus(url, () => undefined);
  const heard: (News | null)[] = [];
  open.push(bus);
  await bus.start((news) => heard.push(news));
  return { bus, heard };
}

const topic: Topic = 'workspace:w';
const said = (text: string, place = 1): HubEvent => ({
  kind: 'message', workspaceId: 'w', conversationId: 'c',
  message: { seq: place, id: `m${place}`, author: 'customer', authorId: null, language: 'en', parts: [{ kind: 'text', text }], caseNumber: 1, epoch: 0, sentAt: 0 },
});

test('what one process tells every other hears once and in order, and itself not', async () => {
  const url = await server.database();
  const [one, two, three] = [await process(url), await process(url), await process(url)];
  const news = Array.from({ length: 300 }, (_, i): News => ({ topic, event: said(`é\u0000'"\\ ${i} \ud83d\ude00`, i) }));
  for (const each of news) one.bus.tell(each);
  await expect.poll(() => [two.heard.length, three.heard.length]).toEqual([300, 300]);
  expect(two.heard).toEqual(news);
  expect(three.heard).toEqual(news);
  expect(one.heard).toEqual([]);
});

test('work told of at once is told once, with the earliest timer', async () => {
  const url = await server.database();
  const [one, two] = [await process(url), await process(url)];
  one.bus.tell({ work: { timerAt: 500 } });
  one.bus.tell({ work: { outbox: true } });
  one.bus.tell({ work: { timerAt: 200 } });
  await expect.poll(() => two.heard).toEqual([{ work: { timerAt: 200, outbox: true } }]);
});

test('a message too long to be carried is told of: the inbox reads the conversation, its streams read on', async () => {
  const url = await server.database();
  const [one, two] = [await process(url), await process(url)];
  const long = said('é'.repeat(6000));
  one.bus.tell({ topic, event: long });
  one.bus.tell({ topic: 'conversation:c', event: long });
  one.bus.tell({ topic, event: said('short') });
  await expect.poll(() => two.heard).toEqual([
    { topic, event: { kind: 'conversation', workspaceId: 'w', conversationId: 'c' } },
    { topic: 'conversation:c', event: { kind: 'missed' } },
    { topic, event: said('short') },
  ]);
});

test('after the line broke it listens again, and says that something may have been missed', async () => {
  const url = await server.database();
  const [one, two] = [await process(url), await process(url)];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
  await client.end();
  await expect.poll(() => [one.heard, two.heard]).toEqual([[null], [null]]);
  one.bus.tell({ topic, event: said('after') });
  await expect.poll(() => two.heard.at(-1)).toEqual({ topic, event: said('after') });
});
