import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { ConversationKey, Receipt, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { openStore, type Store } from '@/lib/store/open-store';
import { storedMessage } from '@/lib/store/stored-message';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { temporaryDatabase, type TemporaryDatabase } from '@/lib/store/testing/temporary-database';
import { buildChild } from './build-child';
import { startChild, type RuntimeProcess } from './child-process';

const SEED = Number(process.env.RELAIS_SEED ?? Date.now() % 1_000_000);
const KILLS = Number(process.env.RELAIS_KILLS ?? 4);
const CONVERSATIONS = 24;
const SILENCE_SECONDS = 4;

/** What each customer writes; the last question stays unanswered, so that its timer is pending whenever the plug is pulled. */
const SCRIPT = ['hello', 'refund', 'what?', '2'];
const SILENT = /^bot: I have not heard from you/;

let random = SEED;
/** mulberry32: the kills of a seed fall after the same receipts each time. */
function draw(): number {
  random = (random + 0x6d2b79f5) | 0;
  let t = Math.imul(random ^ (random >>> 15), 1 | random);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

/** The library's flow, impatient at the step the script rests in. */
function impatientFlow(): FlowDocument {
  const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../flows/library/customer-service.flow.json'), 'utf8')) as FlowDocument;
  const step = document.nodes['refund-sorted'];
  if (!step) throw new Error('the library flow has changed');
  step.data = { ...step.data, noReply: { after: `PT${SILENCE_SECONDS}S` } };
  return document;
}

describe(`a killed process (seed ${SEED}, ${KILLS} kills; RELAIS_SEED and RELAIS_KILLS repeat it)`, () => {
  let temporary: TemporaryDatabase;
  let program: string;
  let store: Store;
  let child: RuntimeProcess | undefined;

  beforeAll(async () => {
    program = await buildChild('tests/crash/runtime-child.ts');
    temporary = temporaryDatabase();
    store = openStore(temporary.file);
  });
  afterAll(async () => {
    await child?.kill();
    await store.close();
    temporary.remove();
  });

  async function customers(): Promise<ConversationKey[]> {
    await seedWorkspace(store.admin, 'one', { document: impatientFlow() });
    const keys: ConversationKey[] = [];
    for (let i = 0; i <= CONVERSATIONS; i += 1) {
      const ids = { profileId: `p${i}`, identityId: `i${i}`, conversationId: `c${i}` };
      await store.turns.openConversation({ workspaceId: 'one', connectionId: 'one-connection', externalId: `v${i}`, language: 'en' }, ids, 0);
      keys.push({ workspaceId: 'one', conversationId: `c${i}` });
    }
    return keys;
  }

  async function thread(key: ConversationKey): Promise<string[]> {
    const rows = await store.admin.message.findMany({ where: key, orderBy: { seq: 'asc' } });
    return rows.map((row) => {
      const { author, parts } = storedMessage(row);
      return `${author}: ${parts.map(({ text }) => text).join(' ')}`;
    });
  }

  it('loses nothing, doubles nothing, keeps order, and fires its timers after the restart', async () => {
    const [calm, ...keys] = await customers();
    if (!calm) throw new Error('no customers');
    const start = () => startChild(process.execPath, [program, temporary.file]);
    let current = await start();
    child = current;

    // One conversation in peace tells what all of them must look like.
    for (const [i, text] of SCRIPT.entries()) await current.deliver(calm, { key: `m${i}`, type: 'customer.message', text });
    const expected = await thread(calm);
    expect(expected).toHaveLength(2 * SCRIPT.length + 1);

    const receipts = new Map<string, Receipt>();
    const total = keys.length * SCRIPT.length;
    const killAt = new Set(Array.from({ length: KILLS }, () => Math.floor(draw() * (total - 1)) + 1));
    let died: (() => void)[] = [];
    let kills = 0;
    let repeated = 0;

    /** Sends until it has the receipt: what a channel does that was not answered. */
    async function send(key: ConversationKey, event: RuntimeEvent): Promise<void> {
      for (let attempt = 1; ; attempt += 1) {
        const death = new Promise<undefined>((resolve) => died.push(() => resolve(undefined)));
        const receipt = await Promise.race([current.deliver(key, event), death]);
        if (receipt) {
          receipts.set(`${key.conversationId} ${event.key}`, receipt);
          if (receipt.duplicate) repeated += 1;
          if (killAt.delete(receipts.size)) void pull();
          return;
        }
      }
    }
    let restarted: Promise<void> = Promise.resolve();
    function pull(): Promise<void> {
      restarted = restarted.then(async () => {
        kills += 1;
        // Anywhere in the turns that follow, not just after a receipt.
        await new Promise((resolve) => setTimeout(resolve, draw() * 5));
        await current.kill();
        current = await start();
        child = current;
        const woken = died;
        died = [];
        for (const wake of woken) wake();
      });
      return restarted;
    }

    await Promise.all(
      keys.map(async (key) => {
        for (const [i, text] of SCRIPT.entries()) await send(key, { key: `m${i}`, type: 'customer.message', text });
      }),
    );
    await restarted;
    // And once more with every timer pending.
    await pull();

    expect(receipts.size).toBe(total);
    expect(killAt.size).toBe(0);
    for (const key of keys) {
      expect((await thread(key)).slice(0, expected.length)).toEqual(expected);
      for (const [i] of SCRIPT.entries()) {
        expect(receipts.get(`${key.conversationId} m${i}`)).toMatchObject({ seq: i + 1, outcome: { ok: true, messageSeq: expected.findIndex((_, at) => expected.slice(0, at + 1).filter((line) => line.startsWith('customer')).length === i + 1) + 1 } });
      }
    }
    expect(await store.admin.inboundEvent.count({ where: { type: 'customer.message' } })).toBe(total + SCRIPT.length);

    await vi.waitFor(async () => expect(await store.admin.conversation.count({ where: { owner: 'closed' } })).toBe(keys.length + 1), { timeout: 60_000, interval: 250 });
    for (const key of [calm, ...keys]) {
      const after = (await thread(key)).slice(expected.length);
      expect(after).toEqual([expect.stringMatching(SILENT)]);
    }
    expect(await store.admin.timer.count()).toBe(0);
    console.log(`seed ${SEED}: ${kills} kills, ${total} messages, ${repeated} of them answered a second time with their first receipt`);
  });
});
