import { randomUUID } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '@/lib/refusal';
import { queuedConversation, startTestProgram, type TestProgram } from '@/lib/server/testing/test-program';
import type { LiveEvent } from './inbox-views';

type Api = Awaited<ReturnType<TestProgram['api']>>;
let relais: TestProgram;
let lea: Api;
let karim: Api;

beforeAll(async () => {
  relais = await startTestProgram();
  lea = await relais.api('lea@a.example');
  karim = await relais.api('karim@a.example');
});
afterAll(() => relais.stop());

async function refused(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof TRPCError && error.cause instanceof Refusal ? error.cause.code : String(error);
}

test('a waiting conversation is offered, accepted, answered and closed, and each list knows', async () => {
  const id = await queuedConversation(relais, relais.workspaces.a, 'Ma lampe clignote');
  expect(await lea.inbox.list({ view: 'waiting' })).toMatchObject([{ id, owner: 'queued', queue: { key: 'service' }, offeredToMe: false, preview: { text: expect.any(String) as string } }]);
  expect(await lea.presence.set({ presence: 'available' })).toMatchObject({ presence: 'available', capacity: 4, load: 1 });
  expect(await lea.inbox.counts()).toEqual({ mine: 0, waiting: 1, offered: 1 });
  const offered = await lea.inbox.conversation({ id });
  expect(offered).toMatchObject({ offeredToMe: true, canAccept: true, owner: 'queued', epoch: 0, language: 'fr', channel: 'web-chat' });
  expect(offered.offerReason?.code).toEqual(expect.any(String));
  expect(offered.path.map(({ nodeId, port }) => [nodeId, port])).toEqual([
    ['start', 'next'],
    ['welcome', 'option:other'],
    ['any-advisor', undefined],
  ]);
  expect(offered.answers).toHaveLength(1);
  expect(offered.flow).toMatchObject({ id: relais.workspaces.a.flowId, number: 1 });
  expect(offered.messages.filter((item) => item.kind === 'message' && item.from === 'customer')).toHaveLength(2);
  expect(offered.messages.some((item) => item.kind === 'event')).toBe(true);
  expect(offered.assistantSummary.count).toBeGreaterThan(0);

  expect(await refused(karim.inbox.reply({ id, key: randomUUID(), text: 'moi' }))).toBe('not-owner');
  await lea.inbox.accept({ id });
  await lea.inbox.accept({ id });
  expect(await refused(karim.inbox.accept({ id }))).toMatch(/already-accepted|not-offered|not-queued/);
  const key = randomUUID();
  const { seq } = await lea.inbox.reply({ id, key, text: 'Bonjour, je regarde.' });
  expect(await lea.inbox.reply({ id, key, text: 'Bonjour, je regarde.' })).toEqual({ seq });
  await lea.inbox.note({ id, key: randomUUID(), text: 'cliente fidèle' });
  const mine = await lea.inbox.conversation({ id });
  expect(mine).toMatchObject({ owner: 'agent', agent: { name: 'Léa Fontaine' }, canAccept: false });
  expect(mine.messages.filter((item) => item.kind === 'message' && (item.from === 'agent' || item.from === 'note'))).toMatchObject([
    { from: 'agent', seq, agent: { name: 'Léa Fontaine' }, parts: [{ kind: 'text', text: 'Bonjour, je regarde.' }] },
    { from: 'note', parts: [{ text: 'cliente fidèle' }] },
  ]);
  expect(await lea.inbox.counts()).toEqual({ mine: 1, waiting: 0, offered: 0 });
  await lea.inbox.close({ id, disposition: 'solved' });
  expect(await lea.inbox.counts()).toEqual({ mine: 0, waiting: 0, offered: 0 });
  expect(await refused(lea.inbox.reply({ id, key: randomUUID(), text: 'trop tard' }))).toMatch(/not-owner|conversation-closed/);
});

test('a declined conversation goes on to another agent', async () => {
  await karim.presence.set({ presence: 'offline' });
  await lea.presence.set({ presence: 'available' });
  const id = await queuedConversation(relais, relais.workspaces.a, 'À qui le tour');
  await relais.program.runtime.route(relais.workspaces.a.id);
  expect((await lea.inbox.list({ view: 'offered' })).map((row) => row.id)).toEqual([id]);
  await lea.inbox.decline({ id });
  await karim.presence.set({ presence: 'available' });
  expect((await karim.inbox.list({ view: 'offered' })).map((row) => row.id)).toEqual([id]);
  expect(await lea.inbox.list({ view: 'offered' })).toEqual([]);
  await karim.inbox.accept({ id });
  await karim.inbox.release({ id });
  expect((await karim.inbox.conversation({ id })).owner).toBe('bot');
});

test('texts without anything to read are refused', async () => {
  const id = await queuedConversation(relais, relais.workspaces.a, 'Bonjour');
  for (const text of [' ', '\u200b\u2060', '\n\t', '\u0000']) expect(await refused(lea.inbox.note({ id, key: randomUUID(), text }))).toBe('empty-message');
});

test('the live stream tells of messages, typing and lists until it is left', async () => {
  const id = await queuedConversation(relais, relais.workspaces.a, 'En direct');
  const { workspaces, program } = relais;
  const heard: LiveEvent[] = [];
  const stream = await lea.live.events();
  const listening = (async () => {
    for await (const event of stream) {
      heard.push(event);
      if (event.kind === 'typing') return;
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, 30));
  await program.runtime.deliver({ workspaceId: workspaces.a.id, conversationId: id }, { key: randomUUID(), type: 'customer.message', text: 'toujours là' });
  await new Promise((resolve) => setTimeout(resolve, 30));
  program.hub.publish(`workspace:${workspaces.a.id}`, { kind: 'typing', conversationId: id, from: 'customer', active: true });
  await listening;
  expect(heard).toContainEqual(expect.objectContaining({ kind: 'message', conversationId: id, item: expect.objectContaining({ from: 'customer', parts: [{ kind: 'text', text: 'toujours là' }] }) as object }));
  expect(heard).toContainEqual({ kind: 'inbox' });
  expect(heard.at(-1)).toEqual({ kind: 'typing', conversationId: id, active: true });
});

test('over HTTP the stream is one answer, and a browser that goes away is forgotten', async () => {
  const { program, workspaces, url } = relais;
  const subscribe = program.hub.subscribe;
  let listening = 0;
  program.hub.subscribe = (topic, listener) => {
    const leave = subscribe(topic, listener);
    listening += 1;
    return () => {
      listening -= 1;
      leave();
    };
  };
  const cookie = await relais.signIn('lea@a.example');
  const away = new AbortController();
  const answer = await fetch(`${url}/trpc/live.events`, { headers: { cookie, accept: 'text/event-stream' }, signal: away.signal });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  await expect.poll(() => listening).toBe(1);
  await queuedConversation(relais, workspaces.a, 'par le flux');
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader && !text.includes('par le flux')) text += (await reader.read()).value ?? '';
  away.abort();
  await expect.poll(() => listening).toBe(0);
  program.hub.subscribe = subscribe;
});
