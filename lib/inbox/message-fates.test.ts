import { afterEach, expect, test, vi } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import { PermanentError } from '@/lib/runtime/effects/effect-errors';
import { runtimeHarness, type RuntimeHarness } from '@/lib/runtime/testing/runtime-harness';
import { conversationView } from './conversation-view';

let house: RuntimeHarness;
afterEach(() => house.remove());

const LEA: Caller = {
  userId: 'lea', name: 'Léa', email: 'lea@example.com', workspace: { id: 'one', name: 'One', languages: ['en'] }, roles: ['agent'], permissions: ['inbox.read', 'inbox.answer'], locale: 'en', theme: 'system',
};

/** The assistant's messages as Léa reads them: their first word, and what became of them. */
async function fates(): Promise<[string, string | undefined][]> {
  const { messages } = await conversationView(house.store.admin, LEA, house.key.conversationId);
  return messages.flatMap((item) => (item.kind === 'message' && item.from === 'assistant' ? [[item.parts[0]?.text.split(/\W/)[0] ?? '', item.fate] as [string, string | undefined]] : []));
}

async function leaAccepts(): Promise<void> {
  await house.runtime.setPresence('one', 'lea', 'available');
  await vi.waitFor(async () => expect((await house.conversation()).offeredTo).toBe('lea'));
  await house.act({ type: 'agent.accepted', agentId: 'lea' });
}

test('what was on its way when the agent took over is marked, and what waited behind it is dropped and said so', async () => {
  let letGo = (): void => undefined;
  const sent: string[] = [];
  const send = async (item: { id: string }): Promise<void> => {
    sent.push(item.id);
    await new Promise<void>((resolve) => (letGo = resolve));
  };
  house = await runtimeHarness({ channel: 'sms', senders: new Map([['sms', send]]) });
  await house.say('hi');
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  await house.say('Something else', 'welcome:other');
  await leaAccepts();
  // Before the dispatcher looked again: it cannot leave any more, and the thread says so already.
  expect((await fates()).map(([, fate]) => fate)).toEqual(['just-before', 'not-sent']);
  letGo();
  await vi.waitFor(async () => expect(await house.log()).toContain('message-dropped'));
  expect((await fates()).map(([, fate]) => fate)).toEqual(['just-before', 'not-sent']);
  expect(sent).toHaveLength(1);
  const { messages } = await conversationView(house.store.admin, LEA, house.key.conversationId);
  expect(messages.some((item) => item.kind === 'event' && item.code === 'message-dropped')).toBe(true);
});

test('a message that cannot be delivered says so in the thread, and one that arrived says nothing', async () => {
  let refuses = false;
  const send = async (): Promise<void> => {
    if (refuses) throw new PermanentError('unknown-number', 'no such number');
  };
  house = await runtimeHarness({ channel: 'sms', senders: new Map([['sms', send]]) });
  await house.say('hi');
  await vi.waitFor(async () => expect(await house.store.admin.outbox.count({ where: { state: 'done' } })).toBe(1));
  refuses = true;
  await house.say('Track my order', 'welcome:order');
  await vi.waitFor(async () => expect(await house.store.admin.outbox.count({ where: { state: 'dead' } })).toBe(1));
  expect((await fates()).map(([, fate]) => fate)).toEqual([undefined, 'failed']);
});
