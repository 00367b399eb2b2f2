import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_FILE } from '@/lib/env';
import { openStore, type Store } from '@/lib/store/open-store';
import { storedMessage } from '@/lib/store/stored-message';
import { startProgram, type Program } from '../browser/program';
import { check } from './check/check';
import { openReader } from './harness/open-reader';
import { seededRandom } from './harness/random';
import { reportOf } from './report';

const SEED = Number(process.env.RELAIS_SEED ?? Date.now() % 1_000_000);
/** It takes seconds to start again: a dozen at most. */
const KILLS = Math.min(12, Number(process.env.RELAIS_KILLS ?? 3));
const VISITORS = 16;
/** From the greeting over a refund to the queue, where the assistant is silent. */
const SCRIPT = ['hello', 'refund', 'what?', '2', 'hm', 'is anybody there?', 'please'];
const PAUSE_MS = 50;

/** The kills of a seed fall after the same receipts each time. */
const { draw } = seededRandom(SEED);

interface Sent {
  id: string;
  text: string;
  /** Position that the door's receipt named. */
  seq: number;
}

describe(`the program killed behind its web-chat door (seed ${SEED}; RELAIS_SEED repeats it)`, () => {
  let program: Program;
  let store: Store;
  let kills = 0;
  let repeats = 0;

  beforeAll(async () => {
    program = await startProgram();
    store = openStore(join(program.dataFolder, DATABASE_FILE));
  });
  afterAll(async () => {
    await store?.close();
    await program?.stop();
  });

  it('loses nothing, doubles nothing and keeps order for senders that repeat what was not answered', async () => {
    const calm = await openVisitor();
    for (const text of SCRIPT) await send(calm, text);
    const expected = await thread(calm.sent[0]?.id ?? '');
    expect(expected.filter(({ author }) => author === 'customer').map(({ text }) => text)).toEqual(SCRIPT);
    expect(expected.filter(({ author }) => author === 'bot').length).toBeGreaterThanOrEqual(5);

    const visitors = await Promise.all(Array.from({ length: VISITORS }, openVisitor));
    const total = VISITORS * SCRIPT.length;
    // One kill in each part of it, so that all of them fall into the conversation.
    const killAt = new Set(Array.from({ length: KILLS }, (_, part) => Math.floor(((part + draw() * 0.9) * total) / KILLS) + 1));
    expect(killAt.size).toBe(KILLS);
    let receipts = 0;
    let restarted = Promise.resolve();
    await Promise.all(
      visitors.map(async (visitor) => {
        for (const text of SCRIPT) {
          await send(visitor, text);
          receipts += 1;
          if (killAt.delete(receipts)) restarted = restarted.then(pullThePlug);
        }
      }),
    );
    await restarted;
    expect([receipts, kills]).toEqual([total, KILLS]);

    // Nobody knows which answers were lost on the way: what arrived is known again after every restart.
    for (const { token, sent } of visitors) {
      for (const { id, text, seq } of sent) expect(await (await post('messages', { id, text }, token)).json()).toMatchObject({ id, seq });
    }
    for (const { sent } of visitors) {
      const said = await thread(sent[0]?.id ?? '');
      expect(said.map(({ author, text }) => `${author}: ${text}`)).toEqual(expected.map(({ author, text }) => `${author}: ${text}`));
      // Every receipt named the place where its message stands, each place once.
      expect(said.map(({ seq }) => seq)).toEqual(said.map((_, at) => at + 1));
      expect(said.filter(({ author }) => author === 'customer').map(({ id, seq, text }) => ({ id, seq, text }))).toEqual(sent);
    }
    expect(await store.admin.conversation.count()).toBe(VISITORS + 1);
    expect(await store.admin.inboundEvent.count({ where: { type: 'customer.message' } })).toBe(total + SCRIPT.length);
    expect(await store.admin.inboundEvent.count({ where: { OR: [{ processedAt: null }, { quarantinedAt: { not: null } }] } })).toBe(0);
    // And what no sender can see, by those who know only the tables. Web chat's messages do not leave by the outbox.
    const reader = openReader(join(program.dataFolder, DATABASE_FILE));
    const verdict = await check(reader.query, []);
    reader.close();
    console.log(reportOf(`the program, seed ${SEED}: ${total} messages, ${repeats} sent again until they were answered`, { ...verdict, kills }));
    expect(verdict.problems).toEqual([]);
  }, 600_000);

  async function openVisitor(): Promise<{ token: string; sent: Sent[] }> {
    const answer = await post('visitors', { language: 'en' });
    return { token: ((await answer.json()) as { token: string }).token, sent: [] };
  }

  /** Sends until it is answered: what the widget does. */
  async function send({ token, sent }: { token: string; sent: Sent[] }, text: string): Promise<void> {
    const id = randomUUID();
    for (let attempt = 1; ; attempt += 1) {
      if (attempt > 1) repeats += 1;
      const answer = await post('messages', { id, text }, token).catch(() => null);
      // The answer itself may be cut off.
      const body = (await answer?.json().catch(() => null)) as { seq: number } | null | undefined;
      if (answer?.status === 202 && body) {
        sent.push({ id, text, seq: body.seq });
        return;
      }
      if (answer) expect([202, 429, 503]).toContain(answer.status);
      await new Promise((resolve) => setTimeout(resolve, answer?.status === 429 ? 1000 : PAUSE_MS));
    }
  }

  function post(path: string, body: unknown, token?: string): Promise<Response> {
    return fetch(`${program.url}/chat/v1/demo/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
  }

  async function pullThePlug(): Promise<void> {
    kills += 1;
    // Anywhere in the turns that follow, not just after a receipt.
    await new Promise((resolve) => setTimeout(resolve, draw() * 10));
    await program.stop('SIGKILL');
    await program.restart();
  }

  /** The conversation that holds this message, as the database has it. */
  async function thread(messageId: string): Promise<{ seq: number; id: string; author: string; text: string }[]> {
    const { workspaceId, conversationId } = await store.admin.message.findFirstOrThrow({ where: { id: messageId } });
    const rows = await store.admin.message.findMany({ where: { workspaceId, conversationId }, orderBy: { seq: 'asc' } });
    return rows.map((row) => {
      const { seq, id, author, parts } = storedMessage(row);
      return { seq, id, author, text: parts.map(({ text }) => text).join(' ') };
    });
  }
});
