import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { createEventParser, type ServerEvent } from '@/lib/channels/web-chat/widget/event-parser';
import { DEMO } from '@/lib/cli/seed/demo-workspace';
import type { chatClient } from './chat-client';
import type { Sent } from './storm-types';

export interface Customer {
  /** Ids of the messages her streams told, as they came. */
  heard: string[];
  /** How often a stream said goodbye. */
  byes: number;
  /** The longest she had no stream, in milliseconds. */
  deaf: number;
  /** How often at most she had to ask for a stream before she had one. */
  tries: number;
}

/**
 * A customer as the widget is one: sends until it is answered, under the same id, and comes back when she is told to.
 * @param sent gets what was answered with 202; `said` every other answer, 0 for none
 */
export async function customer(url: string, client: ReturnType<typeof chatClient>, index: number, going: () => boolean, sent: Sent[], said: string[]): Promise<Customer> {
  const token = await client.visitor();
  const heard: string[] = [];
  let [byes, told, cursor, deaf, tried, tries] = [0, 200, 0, 0, 0, 0];
  /** Since when she has no stream. */
  let lost: number | null = performance.now();
  const opened = (): void => {
    if (lost !== null) deaf = Math.max(deaf, performance.now() - lost);
    tries = Math.max(tries, tried);
    [lost, tried] = [null, 0];
  };
  let done = false;
  const reading = new AbortController();
  const listening = (async () => {
    while (!done) {
      tried += 1;
      try {
        await read(`${url}/chat/v1/${DEMO.connection.publicKey}/events?after=${cursor}`, token, reading.signal, opened, ({ event, data }) => {
          if (event === 'message') {
            const { id, seq } = data as { id: string; seq: number };
            heard.push(id);
            cursor = seq;
          } else if (event === 'bye') {
            byes += 1;
            told = (data as { retryMs: number }).retryMs;
            expect(told).toBeGreaterThan(0);
          }
        });
      } catch {
        // Cut, refused or not there: the same to her.
      }
      lost ??= performance.now();
      if (!done) await new Promise((resolve) => setTimeout(resolve, told));
      told = 200;
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
  return { heard, byes, deaf, tries };
}

/** The widget's own way of reading a stream, to its end. */
async function read(url: string, token: string, signal: AbortSignal, opened: () => void, hear: (event: ServerEvent) => void): Promise<void> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal });
  if (!response.ok || !response.body) return;
  opened();
  const parse = createEventParser(hear);
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) parse(decoder.decode(chunk, { stream: true }));
}
