import { request as httpRequest } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { OverloadError, type OverloadScope } from '@/lib/runtime/admission/overload-error';
import { StoppedError } from '@/lib/runtime/stopped-error';
import { startMemoryChat, type MemoryChat, type MemoryChatOptions } from './memory-chat.test-support';
import { readEvents } from './read-events.test-support';

let chat: MemoryChat;
afterEach(() => chat.stop());

async function visitor(options: MemoryChatOptions = {}): Promise<string> {
  chat = await startMemoryChat(options);
  const answer = await fetch(`${chat.origin}/chat/v1/demo/visitors`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  return ((await answer.json()) as { token: string }).token;
}

const headers = (token: string) => ({ 'content-type': 'application/json', authorization: `Bearer ${token}` });
const say = (token: string): Promise<Response> =>
  fetch(`${chat.origin}/chat/v1/demo/messages`, { method: 'POST', headers: headers(token), body: JSON.stringify({ id: crypto.randomUUID(), text: 'hi' }) });
const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as { error: { code: string } }).error.code;

/** A runtime that takes nothing. */
function refusing(error: Error): MemoryChatOptions {
  const refuse = (): Promise<never> => Promise.reject(error);
  return { deps: { runtime: { deliver: refuse, openConversation: refuse, markMessages: refuse } } };
}

test.each<[OverloadScope, number, string]>([
  ['conversation', 429, 'conversation-busy'],
  ['workspace', 429, 'workspace-busy'],
  ['program', 503, 'overloaded'],
])('too much waiting (%s) is answered with %i and when to come back', async (scope, status, code) => {
  const token = await visitor(refusing(new OverloadError(scope, 7)));
  const answer = await say(token);
  expect([answer.status, answer.headers.get('retry-after'), await codeOf(answer)]).toEqual([status, '7', code]);
  expect(chat.errors).toEqual([]);
});

test('a stopping runtime closes the connection and says when to come back', async () => {
  const token = await visitor(refusing(new StoppedError('stopping')));
  const answer = await say(token);
  expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('connection')]).toEqual([503, '2', 'close']);
});

test('streams of all visitors together are bounded, and a closed one makes room', async () => {
  const first = await visitor({ limits: { allStreams: 1 } });
  const answer = await fetch(`${chat.origin}/chat/v1/demo/visitors`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  const { token: second } = (await answer.json()) as { token: string };
  const reader = await readEvents(`${chat.origin}/chat/v1/demo/events`, { authorization: `Bearer ${first}` });
  const refused = await fetch(`${chat.origin}/chat/v1/demo/events`, { headers: headers(second) });
  expect([refused.status, refused.headers.get('retry-after'), await codeOf(refused)]).toEqual([503, '10', 'overloaded']);
  reader.close();
  await expect.poll(async () => {
    const stop = new AbortController();
    const { status } = await fetch(`${chat.origin}/chat/v1/demo/events`, { headers: headers(second), signal: stop.signal });
    stop.abort();
    return status;
  }).toBe(200);
});

test('bodies that arrive slowly share a bounded memory, and give it back', async () => {
  const token = await visitor({ limits: { bodyBytes: 1000 } });
  const slow = httpRequest(`${chat.origin}/chat/v1/demo/messages`, { method: 'POST', headers: { ...headers(token), 'content-length': 2000 } });
  slow.on('error', () => undefined);
  slow.write('x'.repeat(990));
  await expect.poll(async () => {
    const answer = await say(token);
    return [answer.status, answer.headers.get('retry-after'), answer.status === 202 ? '' : await codeOf(answer)];
  }).toEqual([503, '2', 'overloaded']);
  slow.destroy();
  await expect.poll(async () => (await say(token)).status).toBe(202);
});
