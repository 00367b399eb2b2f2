import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanText } from '@/lib/channels/web-chat/clean-text';
import { queuedConversation, startTestProgram, type TestProgram } from '@/lib/server/testing/test-program';

// The list stands beside the checkout where this is built; elsewhere there is nothing to run.
const FILE = join(process.cwd(), '..', 'shared', 'data', 'text', 'blns.json');
const present = existsSync(FILE);
const strings = present ? z.array(z.string()).parse(JSON.parse(readFileSync(FILE, 'utf8'))) : [];

if (!present && process.env['CI'] === 'true') {
  test('the list of naughty strings is there', () => expect.fail(`${FILE} is missing`));
}

let relais: TestProgram;
beforeAll(async () => {
  if (present) relais = await startTestProgram();
});
afterAll(() => relais?.stop());

test.skipIf(!present)('as agents’ replies over HTTP they pass as plain text or get 4xx, never 5xx', async () => {
  const id = await queuedConversation(relais, relais.workspaces.a, 'Bonjour');
  const lea = await relais.api('lea@a.example');
  await lea.presence.set({ presence: 'available' });
  await lea.inbox.accept({ id });
  const cookie = await relais.signIn('lea@a.example');
  const expected: string[] = [];
  for (const text of strings) {
    const answer = await fetch(`${relais.url}/trpc/inbox.reply`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', cookie },
      body: JSON.stringify({ json: { id, key: randomUUID(), text } }),
    });
    const body = await answer.text();
    const cleaned = cleanText(text);
    if (cleaned.ok) {
      expect(answer.status, `${JSON.stringify(text)} ${body}`).toBe(200);
      expected.push(cleaned.text);
    } else {
      expect(answer.status, JSON.stringify(text)).toBe(400);
      expect(body).toMatch(/"code":"(empty-message|invalid-input)"/);
    }
  }
  expect(strings.length).toBe(515);
  expect(expected.length).toBeGreaterThan(480);
  const { messages } = await lea.inbox.conversation({ id });
  const replies = messages.flatMap((item) => (item.kind === 'message' && item.from === 'agent' ? [item.parts.map((part) => part.text).join('')] : []));
  expect(replies.slice(-400)).toEqual(expected.slice(-400));
}, 60_000);
