import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO } from '@/lib/cli/seed/demo-workspace';
import { createEventParser, type ServerEvent } from '@/lib/channels/web-chat/widget/event-parser';
import { startProgram, type Program } from '../browser/program';
import { chatClient } from './chat-client';
import { checkDatabase } from './check-database';
import type { Sent } from './storm-types';

const VISITORS = 24;
const RESTARTS = 2;

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program?.stop());

/** A customer as the widget is one: sends until it is answered, under the same id, and comes back when she is told to. */
async function customer(client: ReturnType<typeof chatClient>, index: number, going: () => boolean, sent: Sent[], said: string[]): Promise<{ heard: string[]; byes: number }> {
  const token = await client.visitor();
  const heard: string[] = [];
  let byes = 0;
  let cursor = 0;
  let done = false;
  const reading = new AbortController();
  const listening = (async () => {
    while (!done) {
      try {
        await read(`${program.url}/chat/v1/${DEMO.connection.publicKey}/events?after=${cursor}`, token, reading.signal, ({ event, data }) => {
          if (event === 'message') {
            const { id, seq } = data as { id: string; seq: number };
            heard.push(id);
            cursor = seq;
          } else if (event === 'bye') {
            byes += 1;
            expect((data as { retryMs: number }).retryMs).toBeGreaterThan(0);
          }
        });
      } catch {
        // Cut, refused or not there: the same to her.
      }
      if (!done) await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  for (let n = 0; going(); n += 1) {
    const id = randomUUID();
    for (;;) {
      const at = performance.now();
      const { status, retryAfter, body } = await client.post('messages', { id, text: `message ${n}` }, token);
      if (status !== 202) said.push(`${status} ${retryAfter ?? ''} ${body.error?.code ?? ''}`);
      if (status === 202) {
        sent.push({ id, visitor: index, at, answeredAt: performance.now(), status, retryAfter, code: null, seq: body.seq ?? null });
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, status === 429 ? Number(retryAfter) * 1000 : 150));
    }
    await new Promise((resolve) => setTimeout(resolve, 350));
  }
  await expect.poll(() => sent.filter(({ visitor, id }) => visitor === index && !heard.includes(id)), { timeout: 30_000 }).toEqual([]);
  done = true;
  reading.abort();
  await listening;
  return { heard, byes };
}

test('told to stop under load, the program finishes what it took; started again, nothing is missing and everybody comes back', async () => {
  const client = chatClient(program.url, DEMO.connection.publicKey, VISITORS);
  const sent: Sent[] = [];
  const said: string[] = [];
  let going = true;
  const customers = Promise.all(Array.from({ length: VISITORS }, (_, index) => customer(client, index, () => going, sent, said)));
  const stops: number[] = [];
  for (let n = 0; n < RESTARTS; n += 1) {
    const before = sent.length;
    await expect.poll(() => sent.length, { timeout: 60_000 }).toBeGreaterThan(before + 2 * VISITORS);
    const began = performance.now();
    const pid = program.pid();
    process.kill(pid, 'SIGTERM');
    await expect.poll(() => alive(pid), { timeout: 25_000, interval: 20 }).toBe(false);
    stops.push(Math.round(performance.now() - began));
    await program.restart();
  }
  const before = sent.length;
  await expect.poll(() => sent.length, { timeout: 60_000 }).toBeGreaterThan(before + VISITORS);
  going = false;
  const results = await customers;
  client.close();
  console.log(`${sent.length} messages, ${RESTARTS} restarts (stopped in ${stops.join(' and ')} ms); not taken at once: ${said.length} (${[...new Set(said)].join('; ')})`);

  checkDatabase(program, sent);
  // Its stream told each customer all of hers, in order and none twice, over every restart.
  results.forEach(({ heard }, index) => {
    expect(new Set(heard).size).toBe(heard.length);
    const own = new Set(sent.filter(({ visitor }) => visitor === index).map(({ id }) => id));
    expect(heard.filter((id) => own.has(id))).toEqual([...own]);
  });
  for (const { byes } of results) expect(byes).toBeGreaterThanOrEqual(1);
  // Either nobody listened any more, or it was said when to come back.
  expect([...new Set(said)].filter((answer) => !/^(0 {2}|503 \d+ temporarily-unavailable|429 \d+ too-many-requests)$/.test(answer))).toEqual([]);
  for (const took of stops) expect(took).toBeLessThan(10_000);
  expect(program.output()).not.toMatch(/"level":(50|60)/);
});

/** The widget's own way of reading a stream, to its end. */
async function read(url: string, token: string, signal: AbortSignal, hear: (event: ServerEvent) => void): Promise<void> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal });
  if (!response.ok || !response.body) return;
  const parse = createEventParser(hear);
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) parse(decoder.decode(chunk, { stream: true }));
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
