import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultRegistry } from '@/flows/nodes/registry';
import { openStore, type Store } from '@/lib/store/open-store';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { temporaryDatabase } from '@/lib/store/testing/temporary-database';
import type { OutboxItem } from '@/lib/store/turn-store';
import { createRuntime } from './create-runtime';
import { eventOf } from './fire-timers';
import type { ConversationKey, Runtime, RuntimeEvent } from './runtime-types';
import { LIBRARY_FLOW, START } from './testing/runtime-harness';
import { virtualClock } from './testing/virtual-clock';

/**
 * The bot, a queue and agents take the same conversation from each other in every order. The runtime's own loops are
 * not started: what fires and what is claimed, and when, is part of the order that is tried.
 */
const clock = virtualClock(START);
let store: Store;
let runtime: Runtime;
let remove: () => void;
let count = 0;

beforeAll(async () => {
  const temporary = temporaryDatabase();
  store = openStore(temporary.file);
  remove = temporary.remove;
  await seedWorkspace(store.admin, 'one', { document: LIBRARY_FLOW, channel: 'sms', agents: [{ id: 'lea', presence: 'available', capacity: 1000, skills: { delivery: 4, refund: 4, french: 5 } }] });
  runtime = createRuntime({
    store: store.turns, clock, registry: defaultRegistry, log: pino({ level: 'silent' }), onCommitted: () => undefined,
    senders: new Map([['sms', async () => undefined]]),
  });
});
afterAll(async () => {
  await store.close();
  remove();
});

const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('say' as const), choice: fc.constantFrom(undefined, 'welcome:order', 'welcome:refund', 'welcome:other') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('accept' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('release' as const, 'close' as const, 'reply' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('time' as const), minutes: fc.constantFrom(1, 30, 600) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('result' as const), ok: fc.boolean(), seq: fc.nat(6) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('claim' as const), most: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('finish' as const), how: fc.constantFrom('done' as const, 'retry' as const, 'dead' as const) }) },
);

test('no message of the assistant leaves under an older epoch, and nothing makes it speak while an agent holds the conversation', async () => {
  let dropped = 0;
  let claimed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 12, maxLength: 40 }), async (acts) => {
      const { conversationId } = await runtime.openConversation({ workspaceId: 'one', connectionId: 'one-connection', externalId: `visitor ${(count += 1)}`, language: 'en' });
      const key: ConversationKey = { workspaceId: 'one', conversationId };
      const where = { workspaceId_id: { workspaceId: 'one', id: conversationId } };
      const conversation = () => store.admin.conversation.findUniqueOrThrow({ where });
      const spoken = () => store.admin.message.count({ where: { ...key, author: 'bot' } });
      const deliver = (event: RuntimeEvent) => runtime.deliver(key, event);
      const underway: OutboxItem[] = [];
      for (const step of acts) {
        const id = `k${(count += 1)}`;
        const before = await conversation();
        const words = await spoken();
        switch (step.kind) {
          case 'say':
            await deliver({ key: id, type: 'customer.message', text: 'hello', ...(step.choice !== undefined && { choice: step.choice }) });
            break;
          case 'accept':
            await runtime.route('one');
            await deliver({ key: id, type: 'agent.accepted', agentId: 'lea' });
            break;
          case 'release':
            await deliver({ key: id, type: 'agent.released', agentId: 'lea' });
            break;
          case 'close':
            await deliver({ key: id, type: 'agent.closed', agentId: 'lea' });
            break;
          case 'reply':
            await deliver({ key: id, type: 'agent.replied', agentId: 'lea', text: 'hello' });
            break;
          case 'time':
            clock.advance(step.minutes * 60_000);
            for (const timer of await store.turns.dueTimers(clock.now(), 50)) if (timer.conversationId === conversationId) await deliver(eventOf(timer));
            break;
          case 'result': {
            const effectId = `${before.sessionId ?? conversationId}:${step.seq}:0`;
            await deliver(step.ok ? { key: id, type: 'effect.succeeded', effectId, result: {} } : { key: id, type: 'effect.failed', effectId, error: { code: 'x', message: 'x' } });
            break;
          }
          case 'claim':
            for (const item of await store.turns.claimOutbox(clock.now(), step.most)) {
              if (item.conversationId !== conversationId) continue;
              const row = await store.admin.outbox.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId: 'one', id: item.id } } });
              if (item.payload['author'] === 'bot') expect(row.epoch, 'epoch of a message that leaves').toBe(before.epoch);
              claimed += 1;
              underway.push(item);
            }
            break;
          case 'finish': {
            const item = underway.shift();
            if (item) await store.turns.finishOutbox(item, step.how === 'retry' ? { kind: 'retry', at: clock.now(), error: 'x' } : step.how === 'dead' ? { kind: 'dead', error: 'x' } : { kind: 'done' }, clock.now());
          }
        }
        const held = before.owner === 'agent' || before.owner === 'snoozed';
        if (held && !['release', 'close'].includes(step.kind)) expect(await spoken(), `words of the assistant after ${step.kind}`).toBe(words);
      }
      const lost = await store.admin.outbox.count({ where: { ...key, state: 'dropped' } });
      expect(await store.admin.conversationEvent.count({ where: { ...key, type: 'message-dropped' } })).toBe(lost);
      dropped += lost;
      // What is left of this run must not come up in the next one.
      for (const item of underway) await store.turns.finishOutbox(item, { kind: 'done' }, clock.now());
      await store.admin.outbox.updateMany({ where: { ...key, state: 'pending' }, data: { state: 'discarded' } });
    }),
    { numRuns: 40 },
  );
  // The orders tried did contain what this is about.
  expect(dropped).toBeGreaterThan(5);
  expect(claimed).toBeGreaterThan(20);
});
