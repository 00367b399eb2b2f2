import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMemoryChat, type MemoryChat } from './memory-chat.test-support';

const LIST = resolve('..', 'shared', 'data', 'text', 'blns.json');
const present = existsSync(LIST);
if (!present && process.env['CI'] === 'true') throw new Error(`the list of naughty strings is missing: ${LIST}`);

/** Something a person can see: judged here by other means than the code under test. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u;

describe.skipIf(!present)('every naughty string is plain text or a 4xx', () => {
  const strings = present ? (JSON.parse(readFileSync(LIST, 'utf8')) as string[]) : [];
  let chat: MemoryChat;
  let token: string;
  let visitorId: string;

  beforeAll(async () => {
    chat = await startMemoryChat({ limits: { messages: { burst: 2000, perSecond: 1 } } });
    const response = await fetch(`${chat.origin}/chat/v1/demo/visitors`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    ({ token, visitorId } = (await response.json()) as { token: string; visitorId: string });
  });
  afterAll(() => chat.stop());

  async function post(body: unknown): Promise<{ status: number; body: { seq?: number; error?: { code: string } } }> {
    const response = await fetch(`${chat.origin}/chat/v1/demo/messages`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as never };
  }

  test('the list is whole', () => expect(strings).toHaveLength(515));

  test('as a message: what is visible comes back as it was, what is not is refused', async () => {
    let passed = 0;
    for (const text of strings) {
      const answer = await post({ id: crypto.randomUUID(), text });
      if (answer.status !== 202) {
        expect({ text, code: answer.body.error?.code }).toEqual({ text, code: 'empty-message' });
        expect(VISIBLE.test(text.replace(/[\u115f\u1160\u2800\u3164\uffa0]/g, '')), JSON.stringify(text)).toBe(false);
        continue;
      }
      passed += 1;
      const stored = chat.conversations.get(visitorId)?.messages.at(-1)?.parts[0]?.text;
      expect(stored).toBe(text.replaceAll('\u0000', '').replace(/^[\s\p{Cc}\u200b\u2060\ufeff]+|[\s\p{Cc}\u200b\u2060\ufeff]+$/gu, ''));
    }
    expect(passed).toBeGreaterThan(490);
    expect(chat.errors).toEqual([]);
  });

  test('as a button, an id, a language, a key, a token and a query: never 5xx', async () => {
    for (const text of strings) {
      const query = encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
      const statuses = [
        (await post({ id: crypto.randomUUID(), choice: { value: text, label: text } })).status,
        (await post({ id: text, text: 'a' })).status,
        (await fetch(`${chat.origin}/chat/v1/demo/config?language=${query}`)).status,
        (await fetch(`${chat.origin}/chat/v1/${query.replaceAll('.', '%2E')}/config`)).status,
        (await fetch(`${chat.origin}/chat/v1/demo/conversation?after=${query}`, { headers: { authorization: `Bearer ${Buffer.from(text).toString('base64')}` } })).status,
      ];
      expect(statuses.filter((status) => status >= 500), JSON.stringify(text)).toEqual([]);
    }
    expect(chat.errors).toEqual([]);
  });
});
