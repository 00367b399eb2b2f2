import { afterEach, expect, test, vi } from 'vitest';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import { PermanentError } from '@/lib/runtime/effects/effect-errors';
import { registryWithBrokenStep } from '@/lib/runtime/testing/broken-step';
import { LIBRARY_FLOW, runtimeHarness, type RuntimeHarness } from '@/lib/runtime/testing/runtime-harness';
import type { OutboxItem } from '@/lib/store/turn-store';
import { createOperations } from './create-operations';
import type { Operations } from './operations';

let house: RuntimeHarness;
afterEach(() => house.remove());

/** While it is broken, the step throws when it runs. */
let broken = true;
const registry = registryWithBrokenStep(() => broken);

/** The library's flow, with the step right behind its start. */
function documentWithStep(): FlowDocument {
  const document = structuredClone(LIBRARY_FLOW);
  const first = document.edges['start/next'];
  document.nodes['fragile'] = { id: 'fragile', type: 'broken', version: 1, title: { en: 'Fragile' }, position: { x: 0, y: 0 }, data: {} };
  document.edges['start/next'] = { from: 'start', port: 'next', to: 'fragile' };
  document.edges['fragile/next'] = { from: 'fragile', port: 'next', to: first?.to ?? '' };
  return document;
}

const ADMIN: Caller = {
  userId: 'ines', name: 'Inès', email: 'ines@example.com', workspace: { id: 'one', name: 'One', languages: ['en'] }, roles: ['administrator'], permissions: ['operations.manage'], locale: 'en', theme: 'system',
};
const operations = (): Operations => createOperations({ prisma: house.store.admin, clock: house.clock, runtime: house.runtime });
const refusal = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: unknown) => (error instanceof Refusal ? error.code : String(error)));
const audited = async (): Promise<string[]> => (await house.store.admin.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action).filter((action) => /^(turn|delivery)\./.test(action));

/** A customer's first message, on which the flow failed, and the flow repaired since. */
async function failedOnce(): Promise<{ conversationId: string; seq: number }> {
  broken = true;
  house = await runtimeHarness({ document: documentWithStep(), registry });
  await house.say('hello there');
  expect(await house.conversation()).toMatchObject({ owner: 'queued' });
  broken = false;
  // A new version would be published; the same one is compiled anew by the next program.
  await house.restart('stop', { document: documentWithStep(), registry });
  return { conversationId: house.key.conversationId, seq: 1 };
}

test('a failed turn is listed with its customer’s words, its flow and step, and everything it failed on', async () => {
  const key = await failedOnce();
  const { open, turns } = await operations().failedTurns(ADMIN, 'open');
  expect([open, turns]).toMatchObject([1, [{ ...key, event: 'customer.message', reason: 'node-threw', step: { id: 'fragile', title: { en: 'Fragile' } }, settled: null, notPlayable: null }]]);
  expect(await operations().failedTurn(ADMIN, key)).toMatchObject({ text: 'hello there', recorded: { event: { type: 'session.started' }, state: { status: 'active' } } });
  expect(await refusal(operations().failedTurn(ADMIN, { ...key, seq: 2 }))).toBe('turn-unknown');
});

test('played again after the repair, the flow answers, once, and the customer’s message stands once', async () => {
  const key = await failedOnce();
  // Two administrators, at once.
  const outcomes = await Promise.all([refusal(operations().replayTurn(ADMIN, key)), refusal(operations().replayTurn(ADMIN, key))]);
  expect(outcomes.sort()).toEqual(['done', 'turn-settled']);
  expect(await house.thread()).toEqual(['customer: hello there', expect.stringMatching(/^system: /), 'bot: Hello! I am the Maison Lumen assistant. What can I do for you?']);
  expect(await house.conversation()).toMatchObject({ owner: 'bot', queueKey: null });
  expect(await house.log()).toContain('turn-replayed');
  expect(await audited()).toEqual(['turn.replayed']);
  expect(await refusal(operations().replayTurn(ADMIN, key))).toBe('turn-settled');
  expect(await operations().failedTurns(ADMIN, 'settled')).toMatchObject({ open: 0, turns: [{ ...key, settled: { how: 'replayed' } }] });
  await house.say('Track my order', 'welcome:order');
  expect((await house.thread()).at(-1)).toMatch(/^bot: Your lights leave/);
});

test('played again while it is still broken, a person is called again, and the new failure is listed', async () => {
  const key = await failedOnce();
  broken = true;
  await house.restart('stop', { document: documentWithStep(), registry });
  await operations().replayTurn(ADMIN, key);
  expect(await house.conversation()).toMatchObject({ owner: 'queued' });
  const { turns } = await operations().failedTurns(ADMIN, 'open');
  expect(turns).toMatchObject([{ seq: 2, event: 'turn.replayed', notPlayable: null }]);
  broken = false;
  await house.restart('stop', { document: documentWithStep(), registry });
  await operations().replayTurn(ADMIN, { ...key, seq: 2 });
  expect((await house.thread()).at(-1)).toMatch(/^bot: Hello!/);
});

test('nothing is played into an agent’s conversation, nor into a closed one', async () => {
  const key = await failedOnce();
  await house.runtime.setPresence('one', 'lea', 'available');
  await vi.waitFor(async () => expect((await house.conversation()).offeredTo).toBe('lea'));
  await house.act({ type: 'agent.accepted', agentId: 'lea' });
  expect(await refusal(operations().replayTurn(ADMIN, key))).toBe('turn-held');
  // The turn itself says no as well: somebody may accept after the look.
  const late = await house.deliver({ key: 'late', type: 'turn.replayed', failedSeq: 1, messageId: 'k1', text: 'hello there' });
  expect(late.outcome).toEqual({ ok: false, code: 'not-owner' });
  await house.act({ type: 'agent.closed', agentId: 'lea' });
  expect(await refusal(operations().replayTurn(ADMIN, key))).toBe('turn-over');
  expect((await house.thread()).filter((line) => line.startsWith('bot'))).toEqual([]);
  await operations().settleTurn(ADMIN, key);
  expect(await refusal(operations().settleTurn(ADMIN, key))).toBe('turn-settled');
  expect(await audited()).toEqual(['turn.put-aside']);
});

/** A channel that refuses for good until it is told otherwise. */
async function deadMessage(): Promise<{ sent: OutboxItem[]; heal(): void; id: string }> {
  let refuses = true;
  const sent: OutboxItem[] = [];
  const send = async (item: OutboxItem): Promise<void> => {
    if (refuses) throw new PermanentError('unknown-number', 'no such number');
    sent.push(item);
  };
  house = await runtimeHarness({ channel: 'sms', senders: new Map([['sms', send]]) });
  await house.say('hi');
  await vi.waitFor(async () => expect(await operations().failedDeliveries(ADMIN)).toHaveLength(1));
  const [{ id } = { id: '' }] = await operations().failedDeliveries(ADMIN);
  return { sent, heal: () => void (refuses = false), id };
}

test('a dead message is sent again under its own key, once, when two ask at once', async () => {
  const { sent, heal, id } = await deadMessage();
  expect(await operations().failedDeliveries(ADMIN)).toMatchObject([{ channel: 'sms', kind: 'message.send', attempts: 1, error: 'no such number', old: false, text: expect.stringMatching(/^Hello!/) }]);
  heal();
  const outcomes = await Promise.all([refusal(operations().retryDelivery(ADMIN, id)), refusal(operations().retryDelivery(ADMIN, id))]);
  expect(outcomes.sort()).toEqual(['delivery-unknown', 'done']);
  await vi.waitFor(() => expect(sent).toMatchObject([{ id, attempts: 1 }]));
  expect(await operations().failedDeliveries(ADMIN)).toEqual([]);
  expect(await audited()).toEqual(['delivery.retried']);
});

test('what the assistant said before an agent came is not sent again, and can be discarded', async () => {
  const { sent, heal, id } = await deadMessage();
  await house.runtime.setPresence('one', 'lea', 'available');
  await vi.waitFor(async () => expect((await house.conversation()).offeredTo).toBe('lea'));
  await house.act({ type: 'agent.accepted', agentId: 'lea' });
  heal();
  expect(await operations().failedDeliveries(ADMIN)).toMatchObject([{ id, old: true }]);
  expect(await refusal(operations().retryDelivery(ADMIN, id))).toBe('delivery-old');
  await operations().discardDelivery(ADMIN, id);
  expect(await refusal(operations().discardDelivery(ADMIN, id))).toBe('delivery-unknown');
  expect([await operations().failedDeliveries(ADMIN), sent, await audited()]).toEqual([[], [], ['delivery.discarded']]);
});
