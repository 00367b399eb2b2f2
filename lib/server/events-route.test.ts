import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operationsBetween } from '@/flows/document/operations-between';
import { emptyDocument, flowDocumentSchema } from '@/flows/document/flow-document';
import { startTestProgram, type TestProgram } from './testing/test-program';

const text = (en: string) => ({ parts: [{ kind: 'text', text: { en, fr: en } }] });
const node = (id: string, type: string, data: object) => ({ id, type, version: 1, title: {}, position: { x: 0, y: 0 }, data });
const NEWS = flowDocumentSchema.parse({
  ...emptyDocument('News', ['fr', 'en']),
  triggers: [{ id: 't1', type: 'api-event', event: 'order.shipped', variables: { order: 'order.number', total: 'order.total' } }],
  variables: [
    { name: 'order', type: 'text', scope: 'conversation', label: {} },
    { name: 'total', type: 'number', scope: 'conversation', label: {} },
  ],
  nodes: {
    start: node('start', 'start', {}),
    tell: node('tell', 'message', { message: text('Order {{ order }} of {{ total }} has left, {{ contact.name }}.') }),
    end: node('end', 'close', { message: text('Bye.'), disposition: 'resolved' }),
  },
  edges: { 'start/next': { from: 'start', port: 'next', to: 'tell' }, 'tell/next': { from: 'tell', port: 'next', to: 'end' } },
});

let relais: TestProgram;
let api: Awaited<ReturnType<TestProgram['api']>>;
let key: string;
let keyId: string;
let flowId: string;

beforeAll(async () => {
  relais = await startTestProgram();
  api = await relais.api('ines@a.example');
  ({ key, id: keyId } = await api.apiKeys.create({ name: 'Shop' }));
  ({ id: flowId } = await api.flows.create({ name: 'News' }));
  const { document, revision: baseRevision } = await api.flows.get({ id: flowId });
  const operation = operationsBetween(document, NEWS);
  if (!operation) throw new Error('nothing to draw');
  const { revision } = await api.flows.save({ id: flowId, baseRevision, operations: [operation] });
  await api.flows.publish({ id: flowId, revision });
});
afterAll(() => relais.stop());

const order = (number: unknown = 4711, total: unknown = 12.5) => ({ order: { number, total } });
const event = (id: string, externalId: string, more: object = {}) => ({ id, event: 'order.shipped', connection: 'key-a', contact: { externalId, name: 'Ada' }, data: order(), ...more });

async function post(body: unknown, headers: Record<string, string> = { authorization: `Bearer ${key}` }) {
  const answer = await fetch(`${relais.url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const json = (await answer.json()) as Record<string, unknown> & { error?: { code: string; message: string; field?: string } };
  return { status: answer.status, json, headers: answer.headers };
}
const said = async (conversationId: unknown) =>
  (await relais.program.store.admin.message.findMany({ where: { conversationId: String(conversationId) }, orderBy: { seq: 'asc' } })).map(({ content }) => (JSON.parse(content) as { parts: { text: string }[] }).parts.map(({ text: words }) => words).join(' '));

describe('POST /api/v1/events', () => {
  test('begins the flow that waits for the event, once, with the data in its variables', async () => {
    const first = await post(event('e-1', 'customer-1'));
    expect(first).toMatchObject({ status: 202, json: { began: true, duplicate: false } });
    expect(await said(first.json.conversationId)).toEqual(['Order 4711 of 12.5 has left, Ada.', 'Bye.']);
    const again = await post(event('e-1', 'customer-1', { data: order('other') }));
    expect(again).toMatchObject({ status: 202, json: { ...first.json, duplicate: true } });
    expect(await said(first.json.conversationId)).toHaveLength(2);
  });

  test('of many at once with one id, one begins', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => post(event('e-many', 'customer-many'))));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(202));
    expect(answers.filter(({ json }) => json.duplicate === false)).toHaveLength(1);
    expect(new Set(answers.map(({ json }) => json.conversationId)).size).toBe(1);
    expect(await said(answers[0]?.json.conversationId)).toHaveLength(2);
  });

  test('tells a visitor whose chat is open, by her stream, and again on her next visit', async () => {
    const chat = `${relais.url}/chat/v1/key-a`;
    const visitor = (await (await fetch(`${chat}/visitors`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"language":"en"}' })).json()) as { token: string; visitorId: string };
    const authorization = `Bearer ${visitor.token}`;
    // She has opened the chat and written nothing yet: the event makes her conversation.
    const stream = await fetch(`${chat}/events`, { headers: { authorization } });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const { json } = await post(event('s-1', visitor.visitorId, { data: order('LIVE-7') }));
    expect(json).toMatchObject({ began: true });
    let heard = '';
    while (!heard.includes('LIVE-7')) heard += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    const visit = await fetch(`${chat}/conversation`, { headers: { authorization } });
    expect(await visit.text()).toContain('LIVE-7');
  });

  test('of another workspace never reaches the stream of a visitor with the same id', async () => {
    const chat = `${relais.url}/chat/v1/key-b`;
    const visitor = (await (await fetch(`${chat}/visitors`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"language":"en"}' })).json()) as { token: string; visitorId: string };
    const authorization = `Bearer ${visitor.token}`;
    const stream = await fetch(`${chat}/events`, { headers: { authorization } });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await post(event('x-1', visitor.visitorId, { data: order('FOREIGN') }))).json).toMatchObject({ began: true });
    // Her own first message follows on the stream: what is foreign would have come before it.
    await fetch(`${chat}/messages`, { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: JSON.stringify({ id: crypto.randomUUID(), text: 'own words' }) });
    let heard = '';
    while (!heard.includes('own words')) heard += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(heard).not.toContain('FOREIGN');
  });

  test('interrupts nobody', async () => {
    const { id: workspaceId, connectionId } = relais.workspaces.a;
    const { conversationId } = await relais.program.runtime.openConversation({ workspaceId, connectionId, externalId: 'busy', language: 'fr' });
    await relais.program.runtime.deliver({ workspaceId, conversationId }, { key: 'hello', type: 'customer.message', text: 'bonjour' });
    const before = await said(conversationId);
    expect(await post(event('e-2', 'busy'))).toMatchObject({ status: 202, json: { conversationId, began: false, reason: 'under-way' } });
    expect(await said(conversationId)).toEqual(before);
  });

  test('says which variable the data does not fit, and begins nothing', async () => {
    const answer = await post(event('e-3', 'customer-3', { data: order('A', 'much') }));
    expect(answer).toMatchObject({ status: 202, json: { began: false, reason: 'misfit', variable: 'total' } });
    expect(await said(answer.json.conversationId)).toEqual([]);
  });

  test('keeps what it is told of the customer', async () => {
    await post(event('e-4', 'customer-4', { contact: { externalId: 'customer-4', name: 'Zoé', email: 'zoe@z.example', phone: '+33612345678', language: 'fr', attributes: { plan: 'gold' } } }));
    const { profile } = await relais.program.store.admin.identity.findFirstOrThrow({ where: { externalId: 'customer-4' }, include: { profile: true } });
    expect(profile).toMatchObject({ name: 'Zoé', email: 'zoe@z.example', phone: '+33612345678', locale: 'fr', attributes: '{"plan":"gold"}' });
  });

  test.each([
    ['no key', event('x', 'x'), {}, 401, 'api-key-missing'],
    ['another kind of key', event('x', 'x'), { authorization: 'Basic eDp5' }, 401, 'api-key-missing'],
    ['an unknown key', event('x', 'x'), { authorization: `Bearer rk_${'x'.repeat(43)}` }, 401, 'api-key-unknown'],
    ['an event nobody waits for', event('x', 'x', { event: 'order.lost' }), null, 404, 'event-unknown'],
    ['a connection of another workspace', event('x', 'x', { connection: 'key-b' }), null, 404, 'connection-unknown'],
    ['no id', event('', 'x'), null, 400, 'invalid-event'],
    ['a field too many', event('x', 'x', { extra: 1 }), null, 400, 'invalid-event'],
    ['an attribute of a reserved name', event('x', 'x', { contact: { externalId: 'x', attributes: { __proto: 1 } } }), null, 400, 'invalid-event'],
    ['data too deep', `{"id":"x","event":"order.shipped","connection":"key-a","contact":{"externalId":"x"},"data":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`, null, 400, 'invalid-event'],
    ['no JSON', '{', null, 400, 'malformed-json'],
    ['a body too large', event('x', 'x', { data: { a: 'x'.repeat(70_000) } }), null, 413, 'too-large'],
  ])('refuses %s', async (_label, body, headers, status, code) => {
    const before = await relais.program.store.admin.inboundEvent.count();
    const answer = headers === null ? await post(body) : await post(body, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.json.error).toMatchObject({ code });
    expect(answer.json.error?.message.length).toBeGreaterThan(10);
    expect(await relais.program.store.admin.inboundEvent.count()).toBe(before);
  });

  test('names the field that is wrong', async () => {
    expect((await post(event('x', 'x', { contact: { externalId: 'x', email: 'nobody' } }))).json.error?.field).toBe('contact.email');
    expect((await post(event('x', 'x', { extra: 1 }))).json.error?.field).toBe('extra');
  });

  test('slows a key down that tells too much at once', async () => {
    const other = await api.apiKeys.create({ name: 'Noisy' });
    const answers = await Promise.all(Array.from({ length: 400 }, () => post('{', { authorization: `Bearer ${other.key}` })));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    // Another key is not slowed down by it.
    expect((await post(event('e-5', 'customer-5'))).status).toBe(202);
  });

  test('hears nothing of a flow that is archived, and hears it again once it is taken back', async () => {
    await api.flows.archive({ id: flowId, archived: true });
    expect((await post(event('e-6', 'customer-6'))).json.error?.code).toBe('event-unknown');
    await api.flows.archive({ id: flowId, archived: false });
    expect((await post(event('e-6', 'customer-6'))).json).toMatchObject({ began: true });
  });

  test('lists the key without telling it, and refuses it once revoked', async () => {
    const [listed] = (await api.apiKeys.list()).filter(({ id }) => id === keyId);
    expect(listed).toMatchObject({ name: 'Shop', lastFour: key.slice(-4), createdBy: expect.any(String) as string, revokedAt: null });
    expect(listed?.lastUsedAt).toBeGreaterThan(0);
    expect(JSON.stringify(listed)).not.toContain(key.slice(3, -4));
    const stored = JSON.stringify(await relais.program.store.admin.apiKey.findMany(), (_name, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
    expect(stored).not.toContain(key);
    await api.apiKeys.revoke({ id: keyId });
    expect((await post(event('e-7', 'customer-7'))).json.error?.code).toBe('api-key-unknown');
    const audited = await relais.program.store.admin.auditEntry.findMany({ where: { targetId: keyId } });
    expect(audited.map(({ action }) => action).sort()).toEqual(['api-key.created', 'api-key.revoked']);
  });
});
