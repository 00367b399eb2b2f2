import { afterEach, describe, expect, test } from 'vitest';
import { request as httpRequest } from 'node:http';
import { startMemoryChat, SECRET, type MemoryChat, type MemoryConversation, type MemoryChatOptions } from './memory-chat.test-support';
import { readEvents, type EventReader } from './read-events.test-support';
import { connectionSecret, issueVisitorToken } from './visitor-token';

let chat: MemoryChat;
const readers: EventReader[] = [];

afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close();
  await chat.stop();
});

async function start(options: MemoryChatOptions = {}): Promise<void> {
  chat = await startMemoryChat(options);
}

const id = (): string => crypto.randomUUID();
const url = (path: string, key = 'demo'): string => `${chat.origin}/chat/v1/${key}${path}`;

async function post(path: string, body: unknown, token?: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function newVisitor(language = 'fr'): Promise<{ token: string; visitorId: string }> {
  const response = await post('/visitors', { language });
  expect(response.status).toBe(201);
  return (await response.json()) as { token: string; visitorId: string };
}

async function error(response: Response): Promise<{ status: number; code: string; message: string; field?: string }> {
  const body = (await response.json()) as { error: { code: string; message: string; field?: string } };
  return { status: response.status, ...body.error };
}

async function listen(token: string, after = 0): Promise<EventReader> {
  const reader = await readEvents(url(`/events?after=${after}`), { authorization: `Bearer ${token}` });
  readers.push(reader);
  return reader;
}

function conversationOf(visitorId: string): MemoryConversation {
  const found = chat.conversations.get(visitorId);
  if (!found) throw new Error('the visitor has no conversation');
  return found;
}

describe('configuration', () => {
  test('is given in the language asked for, with the widget’s texts', async () => {
    await start();
    const french = (await (await fetch(url('/config?language=fr-CA'))).json()) as { name: string; language: string; texts: Record<string, string> };
    expect(french).toMatchObject({ name: 'Maison Lumen', language: 'fr-CA', texts: { send: 'Envoyer' } });
    const other = (await (await fetch(url('/config?language=de'))).json()) as { language: string };
    expect(other.language).toBe('fr');
  });

  test('any page may call, without credentials', async () => {
    await start();
    const preflight = await fetch(url('/messages'), { method: 'OPTIONS', headers: { origin: 'https://shop.example' } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('other paths are left to others', async () => {
    await start();
    expect((await fetch(`${chat.origin}/chat/v2/demo/config`)).status).toBe(418);
  });
});

describe('messages', () => {
  test('a message is accepted with its place, and the same id again gets the same answer', async () => {
    await start();
    const { token, visitorId } = await newVisitor();
    const message = { id: id(), text: '  Bonjour, où est mon colis ?\n' };
    const first = await post('/messages', message, token);
    expect(first.status).toBe(202);
    const answer: unknown = await first.json();
    expect(answer).toMatchObject({ id: message.id, seq: 1 });
    expect(await (await post('/messages', message, token)).json()).toEqual(answer);
    expect(conversationOf(visitorId).messages.map(({ parts }) => parts[0]?.text)).toEqual(['Bonjour, où est mon colis ?']);
    expect(conversationOf(visitorId).language).toBe('fr');
  });

  test('a pressed button says its label and carries its value', async () => {
    await start();
    const { token, visitorId } = await newVisitor();
    expect((await post('/messages', { id: id(), choice: { value: 'topic:refund', label: 'Mon remboursement' } }, token)).status).toBe(202);
    expect(conversationOf(visitorId).messages[0]).toMatchObject({ choice: 'topic:refund', parts: [{ text: 'Mon remboursement' }] });
  });

  test('NUL is dropped and lone surrogates become U+FFFD', async () => {
    await start();
    const { token, visitorId } = await newVisitor();
    await post('/messages', `{"id":"${id()}","text":"a\\u0000b \\ud83d c 😀"}`, token);
    expect(conversationOf(visitorId).messages[0]?.parts[0]?.text).toBe('ab \ufffd c 😀');
  });

  test.each([
    ['nothing', ''], ['spaces', ' \n\t '], ['controls', '\u0001\u0007\u001b'], ['NUL', '\u0000'], ['zero width', '\u200b\u200d\ufeff'], ['a filler', '\u3164'], ['braille blank', '\u2800'],
  ])('%s is an empty message', async (_name, text) => {
    await start();
    const { token } = await newVisitor();
    expect(await error(await post('/messages', { id: id(), text }, token))).toMatchObject({ status: 422, code: 'empty-message' });
    expect(chat.conversations.size).toBe(0);
  });

  test('4096 characters pass, one more does not', async () => {
    await start();
    const { token } = await newVisitor();
    expect((await post('/messages', { id: id(), text: 'a'.repeat(4096) }, token)).status).toBe(202);
    expect(await error(await post('/messages', { id: id(), text: 'a'.repeat(4097) }, token))).toMatchObject({ status: 422, code: 'message-too-long', field: 'text' });
  });
});

describe('what is refused', () => {
  test.each([
    ['no JSON', '{"id":', 400, 'invalid-json'],
    ['a list', '[]', 422, 'invalid-body'],
    ['null', 'null', 422, 'invalid-body'],
    ['no id', '{"text":"a"}', 422, 'invalid-body'],
    ['an id that is no UUID', '{"id":"1","text":"a"}', 422, 'invalid-body'],
    ['neither text nor choice', `{"id":"${crypto.randomUUID()}"}`, 422, 'invalid-body'],
    ['a number as text', `{"id":"${crypto.randomUUID()}","text":7}`, 422, 'invalid-body'],
  ])('%s', async (_name, body, status, code) => {
    await start();
    const { token } = await newVisitor();
    expect(await error(await post('/messages', body, token))).toMatchObject({ status, code });
    expect(chat.errors).toEqual([]);
  });

  test('1 MB of text is answered with 413, and the client gets to read it', async () => {
    await start();
    const { token } = await newVisitor();
    const answer = await error(await post('/messages', { id: id(), text: 'a'.repeat(1024 * 1024) }, token));
    expect(answer).toMatchObject({ status: 413, code: 'body-too-large' });
  });

  test('bytes that are not UTF-8', async () => {
    await start();
    const { token } = await newVisitor();
    const response = await fetch(url('/messages'), {
      method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    });
    expect(await error(response)).toMatchObject({ status: 400, code: 'invalid-json' });
  });

  test('a body that is not said to be JSON', async () => {
    await start();
    const { token } = await newVisitor();
    expect(await error(await post('/messages', 'text=a', token, { 'content-type': 'application/x-www-form-urlencoded' }))).toMatchObject({ status: 415, code: 'unsupported-media-type' });
  });

  test('missing, forged, expired and foreign tokens', async () => {
    await start();
    const { token } = await newVisitor();
    const message = { id: id(), text: 'a' };
    expect(await error(await post('/messages', message))).toMatchObject({ status: 401, code: 'missing-token' });
    const [version, payload = '', signature = ''] = token.split('.');
    const otherPayload = Buffer.from(JSON.stringify({ v: 'someone', l: 'fr', i: Date.now() })).toString('base64url');
    const claims = { visitorId: 'someone', language: 'fr', issuedAt: Date.now() };
    const old = { ...claims, issuedAt: Date.now() - 401 * 86_400_000 };
    const forged = [
      'x', 'a.b.c', `${version}.${otherPayload}.${signature}`, `${version}.${payload}.${signature.slice(0, -4)}AAAA`, `${version}.${payload}.`,
      issueVisitorToken('another secret', claims), issueVisitorToken(SECRET, claims),
      issueVisitorToken(connectionSecret(SECRET, 'c2'), claims), issueVisitorToken(connectionSecret(SECRET, 'c1'), old),
    ];
    for (const wrong of forged) {
      expect(await error(await post('/messages', message, wrong))).toMatchObject({ status: 401, code: 'invalid-token' });
    }
    expect((await post('/messages', message, issueVisitorToken(connectionSecret(SECRET, 'c1'), claims))).status).toBe(202);
  });

  test('unknown keys, addresses and methods', async () => {
    await start();
    expect(await error(await fetch(url('/config', 'nobody')))).toMatchObject({ status: 404, code: 'unknown-connection' });
    expect(await error(await fetch(url('/config', '%zz')))).toMatchObject({ status: 404, code: 'unknown-connection' });
    expect(await error(await fetch(url('/nothing')))).toMatchObject({ status: 404, code: 'unknown-path' });
    const wrongMethod = await fetch(url('/messages'));
    expect(wrongMethod.headers.get('allow')).toBe('POST, OPTIONS');
    expect(await error(wrongMethod)).toMatchObject({ status: 405, code: 'method-not-allowed' });
  });

  test('in the visitor’s language', async () => {
    await start();
    const french = await error(await fetch(url('/nothing'), { headers: { 'accept-language': 'fr-CA,en;q=0.5' } }));
    const english = await error(await fetch(url('/nothing?language=en'), { headers: { 'accept-language': 'fr' } }));
    expect(french.message).toMatch(/^Rien ne répond/);
    expect(english.message).toMatch(/^Nothing answers/);
  });

  test('a visitor who writes too fast waits, and only she', async () => {
    await start({ limits: { messages: { burst: 3, perSecond: 0.5 } } });
    const [fast, calm] = [await newVisitor(), await newVisitor()];
    for (let sent = 0; sent < 3; sent += 1) expect((await post('/messages', { id: id(), text: 'a' }, fast.token)).status).toBe(202);
    const refused = await post('/messages', { id: id(), text: 'a' }, fast.token);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await error(refused)).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect((await post('/messages', { id: id(), text: 'a' }, calm.token)).status).toBe(202);
  });

  test('a store that fails is told as such, without its words', async () => {
    await start({ deps: { connections: { byPublicKey: async () => Promise.reject(new Error('disk on fire')) } } });
    const answer = await error(await fetch(url('/config')));
    expect(answer).toMatchObject({ status: 503, code: 'temporarily-unavailable' });
    expect(answer.message).not.toContain('fire');
    expect(chat.errors).toHaveLength(1);
  });
});

describe('the stream', () => {
  test('opened before the first message, it tells of the conversation from that message on', async () => {
    await start({ bot: (bot, conversation) => void bot.say(conversation, 'bot', 'Bonjour.') });
    const { token } = await newVisitor();
    const stream = await listen(token);
    expect((await stream.next('state')).data).toMatchObject({ status: 'new', owner: 'bot' });
    await post('/messages', { id: id(), text: 'Bonjour' }, token);
    expect(await stream.next('message')).toMatchObject({ id: '1', data: { seq: 1, from: 'customer' } });
    expect(await stream.next('message')).toMatchObject({ id: '2', data: { from: 'assistant', parts: [{ kind: 'text', text: 'Bonjour.' }] } });
  });

  test('resumes after the last event, without gaps, repeats or notes', async () => {
    await start();
    const { token, visitorId } = await newVisitor();
    await post('/messages', { id: id(), text: 'un' }, token);
    const conversation = conversationOf(visitorId);
    for (let seq = 2; seq <= 450; seq += 1) chat.say(conversation, seq % 3 === 0 ? 'note' : 'bot', `n° ${seq}`);
    const stream = await listen(token, 7);
    chat.say(conversation, 'bot', 'n° 451');
    const seen: number[] = [];
    while (seen.at(-1) !== 451) seen.push(((await stream.next('message')).data as { seq: number }).seq);
    expect(seen).toEqual(conversation.messages.filter(({ seq, author }) => seq > 7 && author !== 'note').map(({ seq }) => seq));
  });

  test('tells who answers: first name and initials, never the family name', async () => {
    await start();
    const { token, visitorId } = await newVisitor();
    await post('/messages', { id: id(), text: 'a' }, token);
    const stream = await listen(token);
    expect((await stream.next('state')).data).toMatchObject({ owner: 'bot', status: 'open' });
    const conversation = conversationOf(visitorId);
    chat.change(conversation, { owner: 'agent', agent: { id: 'lea', name: 'Léa Fontaine' }, seenByAgent: 1 });
    expect((await stream.next('state')).data).toEqual({ owner: 'agent', agent: { name: 'Léa', initials: 'LF' }, status: 'open' });
    expect((await stream.next('receipts')).data).toEqual({ delivered: 0, read: 0, seen: 1 });
    chat.typing(conversation, true);
    expect((await stream.next('typing')).data).toEqual({ from: 'agent', active: true });
    chat.say(conversation, 'agent', 'Bonjour Claire', { authorId: 'lea' });
    const message = (await stream.next('message')).data;
    expect(message).toMatchObject({ from: 'agent', agentName: 'Léa', agentInitials: 'LF' });
    expect(JSON.stringify(message)).not.toContain('Fontaine');
  });

  test('keeps itself alive, and says goodbye when the server stops', async () => {
    await start({ limits: { heartbeatMs: 30 } });
    const { token } = await newVisitor();
    const stream = await listen(token);
    await expect.poll(() => stream.lines().filter((line) => line === ': ping').length).toBeGreaterThanOrEqual(2);
    chat.handler.sayGoodbye();
    const { retryMs } = (await stream.next('bye')).data as { retryMs: number };
    expect(retryMs).toBeGreaterThanOrEqual(1000);
    expect(retryMs).toBeLessThanOrEqual(3000);
    await stream.ended;
  });

  test('a visitor may open so many and no more; a closed one makes room', async () => {
    await start({ limits: { streams: 2 } });
    const { token } = await newVisitor();
    const first = await listen(token);
    await listen(token);
    const third = (): Promise<Response> => fetch(url('/events'), { headers: { authorization: `Bearer ${token}` } });
    expect(await error(await third())).toMatchObject({ status: 429, code: 'too-many-streams' });
    first.close();
    await expect.poll(async () => {
      const response = await third();
      await response.body?.cancel();
      return response.status;
    }).toBe(200);
  });

  test('`after` must be a number', async () => {
    await start();
    const { token } = await newVisitor();
    const answer = await error(await fetch(url('/events?after=x'), { headers: { authorization: `Bearer ${token}` } }));
    expect(answer).toMatchObject({ status: 422, code: 'invalid-query', field: 'after' });
  });
});

describe('coming back', () => {
  test('the conversation is read in pages', async () => {
    await start();
    const { token, visitorId } = await newVisitor();
    await post('/messages', { id: id(), text: 'un' }, token);
    const conversation = conversationOf(visitorId);
    for (let seq = 2; seq <= 250; seq += 1) chat.say(conversation, 'bot', `n° ${seq}`);
    chat.say(conversation, 'note', 'pour nous');
    const read = async (after: number): Promise<{ messages: { seq: number }[]; cursor: number; more: boolean }> =>
      (await (await fetch(url(`/conversation?after=${after}`), { headers: { authorization: `Bearer ${token}` } })).json()) as never;
    const first = await read(0);
    expect(first).toMatchObject({ cursor: 200, more: true });
    const second = await read(first.cursor);
    expect(second).toMatchObject({ cursor: 251, more: false });
    expect([...first.messages, ...second.messages].map(({ seq }) => seq)).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
  });

  test('a visitor without conversation reads an empty one', async () => {
    await start();
    const { token } = await newVisitor();
    const answer = (await (await fetch(url('/conversation'), { headers: { authorization: `Bearer ${token}` } })).json()) as unknown;
    expect(answer).toEqual({
      messages: [], state: { owner: 'bot', agent: null, status: 'new' }, receipts: { delivered: 0, read: 0, seen: 0 }, cursor: 0, more: false,
    });
  });

  test('one visitor never reads another’s', async () => {
    await start();
    const [one, two] = [await newVisitor(), await newVisitor()];
    await post('/messages', { id: id(), text: 'secret' }, one.token);
    const answer = await (await fetch(url('/conversation'), { headers: { authorization: `Bearer ${two.token}` } })).text();
    expect(answer).not.toContain('secret');
  });
});

describe('signals', () => {
  test('receipts move the marks', async () => {
    await start();
    const { token, visitorId } = await newVisitor();
    await post('/messages', { id: id(), text: 'a' }, token);
    expect((await post('/receipts', { delivered: 2, read: 1 }, token)).status).toBe(204);
    expect(conversationOf(visitorId).snapshot).toMatchObject({ delivered: 2, read: 1 });
    expect(await error(await post('/receipts', { read: -1 }, token))).toMatchObject({ status: 422, field: 'read' });
    expect(await error(await post('/receipts', {}, token))).toMatchObject({ status: 422, code: 'invalid-body' });
  });

  test('typing reaches the agents', async () => {
    await start();
    const { token, visitorId } = await newVisitor();
    await post('/messages', { id: id(), text: 'a' }, token);
    const heard: unknown[] = [];
    chat.hub.subscribe(`workspace:${conversationOf(visitorId).key.workspaceId}`, (event) => heard.push(event));
    expect((await post('/typing', { active: true }, token)).status).toBe(204);
    expect(heard).toEqual([{ kind: 'typing', conversationId: conversationOf(visitorId).key.conversationId, from: 'customer', active: true }]);
  });
});

test('a client that leaves in the middle of its message does no harm', async () => {
  await start();
  const { token } = await newVisitor();
  await new Promise<void>((resolve) => {
    const request = httpRequest(url('/messages'), { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': '500' } });
    request.on('error', () => undefined);
    request.on('close', () => resolve());
    request.write('{"id":');
    setTimeout(() => request.destroy(), 50);
  });
  expect((await fetch(url('/config'))).status).toBe(200);
  expect(chat.errors).toEqual([]);
});
