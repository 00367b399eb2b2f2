import type { CompiledFlow } from '@/flows/compiler/machine-json';
import { emptyDocument } from '@/flows/document/flow-document';
import type { Reason } from '@/flows/routing/decide';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationKey, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { KnowledgeNeededError } from './knowledge-needed';
import type { AdminDatabase } from './prisma/lane-prisma';
import { storedMessage } from './stored-message';
import { plainProgram } from './testing/plain-program';
import { seedFlow } from './testing/seed-flow';
import { seedWorkspace } from './testing/seed-workspace';
import type { TurnInput } from './turn-records';
import { UnknownConversationError, type TurnProgram, type TurnStore } from './turn-store';

/** A store under test, over an empty database of its own. */
export interface StoreUnderTest {
  turns: TurnStore;
  admin: AdminDatabase;
  /** The same database through a second, fresh store, as after a crash: the first one is not closed. */
  crash(): Promise<StoreUnderTest>;
  remove(): Promise<void>;
}

const NOW = 1_767_600_000_000;
const say = (key: string, text: string): RuntimeEvent => ({ key, type: 'customer.message', text });

/** What every turn store must do. Run by each adapter's test on its own database. */
export function turnStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`turn store: ${name}`, () => {
    let store: StoreUnderTest;
    let key: ConversationKey;
    let now: number;
    const program = plainProgram(() => now);

    beforeEach(async () => {
      now = NOW;
      store = await open();
      key = await conversation(store, 'one');
    });
    afterEach(() => store.remove());

    async function conversation(target: StoreUnderTest, workspaceId: string, id = `${workspaceId}-c`): Promise<ConversationKey> {
      if (!(await target.admin.workspace.findUnique({ where: { id: workspaceId } }))) await seedWorkspace(target.admin, workspaceId);
      const opened = await target.turns.openConversation(
        { workspaceId, connectionId: `${workspaceId}-connection`, externalId: `visitor of ${id}`, language: 'en' },
        { profileId: `${id}-p`, identityId: `${id}-i`, conversationId: id },
        NOW,
      );
      return { workspaceId, conversationId: opened.conversationId };
    }
    const deliver = (event: RuntimeEvent, where = key, target = store) => target.turns.deliver(where, event, program);
    const texts = async (where = key, target = store): Promise<string[]> =>
      (await target.admin.message.findMany({ where, orderBy: { seq: 'asc' } })).map((row) => {
        const { seq, author, parts } = storedMessage(row);
        return `${seq} ${author}: ${parts.map(({ text }) => text).join('')}`;
      });
    const row = (where = key, target = store) =>
      target.admin.conversation.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId: where.workspaceId, id: where.conversationId } } });

    it('answers with a receipt once everything is there', async () => {
      const { receipt, committed } = await deliver(say('a', 'hello'));
      expect(receipt).toEqual({ duplicate: false, seq: 1, at: NOW, outcome: { ok: true, messageSeq: 1 } });
      expect(committed.map(({ kind }) => kind)).toEqual(['message', 'message', 'conversation']);
      expect(await texts()).toEqual(['1 customer: hello', '2 bot: echo hello']);
      expect(await store.admin.stepLog.count({ where: key })).toBe(1);
      expect(await store.admin.case.count({ where: key })).toBe(1);
      expect(await store.admin.segment.count({ where: key })).toBe(1);
      expect(Number((await store.admin.stepLog.findFirstOrThrow({ where: key })).rng)).toBe(4_294_967_295);
    });

    it('has the version on the shelf that an event begins, which is not the connection’s', async () => {
      const versionId = await seedFlow(store.admin, 'one', 'news', emptyDocument('News', ['en']));
      const triggered: RuntimeEvent = { key: 'e', type: 'flow.triggered', flowId: 'news', versionId, triggerId: 't', event: 'order.shipped', input: {} };
      await deliver(say('a', 'hello'));
      expect(program.flows.has(versionId)).toBe(false);
      await deliver(triggered);
      expect(program.flows.has(versionId)).toBe(true);
    });

    it('keeps order and sequence when many deliver at once to one conversation', async () => {
      const events = Array.from({ length: 60 }, (_, i) => say(`k${i}`, `m${i}`));
      const delivered = await Promise.all(events.map((event) => deliver(event)));
      expect(delivered.map(({ receipt }) => receipt.seq)).toEqual(events.map((_, i) => i + 1));
      expect(await texts()).toEqual(events.flatMap((_, i) => [`${2 * i + 1} customer: m${i}`, `${2 * i + 2} bot: echo m${i}`]));
    });

    it('gives a known key its first receipt, also when both arrive at once', async () => {
      const [first, second] = await Promise.all([deliver(say('a', 'hello')), deliver(say('a', 'hello'))]);
      now += 5000;
      const third = await deliver(say('a', 'something else'));
      expect(first.receipt.duplicate).toBe(false);
      for (const { receipt, committed } of [second, third]) {
        expect(receipt).toEqual({ ...first.receipt, duplicate: true });
        expect(committed).toEqual([]);
      }
      expect(await texts()).toHaveLength(2);
    });

    it('has everything it answered after a crash, and still knows the key', async () => {
      const { receipt } = await deliver(say('a', 'hello'));
      const after = await store.crash();
      expect(await texts(key, after)).toEqual(['1 customer: hello', '2 bot: echo hello']);
      expect((await deliver(say('a', 'hello'), key, after)).receipt).toEqual({ ...receipt, duplicate: true });
      expect((await deliver(say('b', 'again'), key, after)).receipt.seq).toBe(2);
    });

    it('keeps order and exactness when two processes deliver to one conversation, the same things twice', async () => {
      const other = await store.crash();
      const events = Array.from({ length: 30 }, (_, i) => say(`k${i}`, `m${i}`));
      const delivered = await Promise.all(events.flatMap((event, i) => [deliver(event, key, i % 2 ? store : other), deliver(event, key, i % 3 ? other : store)]));
      const firsts = delivered.filter(({ receipt }) => !receipt.duplicate).map(({ receipt }) => receipt.seq);
      expect(firsts.sort((a, b) => a - b)).toEqual(events.map((_, i) => i + 1));
      for (let i = 0; i < events.length; i += 1) expect(delivered[2 * i]?.receipt.seq).toBe(delivered[2 * i + 1]?.receipt.seq);
      const thread = await texts();
      expect(thread.map((line) => Number(line.split(' ')[0]))).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
      const said = thread.filter((line) => line.includes('customer')).map((line) => line.split(': ')[1]);
      expect([...said].sort()).toEqual(events.map((_, i) => `m${i}`).sort());
      expect(await row()).toMatchObject({ inboundSeq: 30, drainedSeq: 30, messageSeq: 60 });
    });

    it('counts every writing of a conversation in its version', async () => {
      const versions = [(await row()).version];
      const after = async (work: Promise<unknown>): Promise<void> => {
        await work;
        versions.push((await row()).version);
      };
      await after(deliver(say('a', 'hello')));
      await after(deliver(say('a', 'hello')));
      await after(store.turns.markMessages(key, { read: 2 }, NOW));
      await after(store.turns.openConversation({ workspaceId: 'one', connectionId: 'one-connection', externalId: 'visitor of one-c', language: 'fr' }, { profileId: 'x', identityId: 'x', conversationId: 'x' }, NOW));
      expect(versions).toEqual([0, 1, 1, 2, 3]);
    });

    it('replaces a failing turn by what the program says, and leaves its neighbours alone', async () => {
      const other = await conversation(store, 'one', 'one-d');
      const results = await Promise.all([
        deliver(say('a', 'before'), other),
        deliver(say('b', 'throw')),
        deliver(say('c', 'collide'), other),
        deliver(say('d', 'after')),
        deliver(say('e', 'after'), other),
      ]);
      expect(results.map(({ failure }) => failure !== undefined)).toEqual([false, true, true, false, false]);
      expect(await texts()).toEqual(['1 customer: throw', '2 bot: sorry', '3 customer: after', '4 bot: echo after']);
      expect(await texts(other)).toEqual([
        '1 customer: before', '2 bot: echo before', '3 customer: collide', '4 bot: sorry', '5 customer: after', '6 bot: echo after',
      ]);
      const events = await store.admin.inboundEvent.findMany({ orderBy: [{ conversationId: 'asc' }, { seq: 'asc' }] });
      expect(events.map(({ quarantinedAt }) => quarantinedAt !== null)).toEqual([true, false, false, true, false]);
      expect(events[0]?.error).toContain('planted');
    });

    it('knows nothing of a conversation in another workspace', async () => {
      const mine = await conversation(store, 'one', 'same-id');
      const theirs = await conversation(store, 'two', 'same-id');
      await deliver(say('a', 'mine'), mine);
      await deliver(say('a', 'theirs'), theirs);
      expect(await texts(mine)).toEqual(['1 customer: mine', '2 bot: echo mine']);
      expect(await texts(theirs)).toEqual(['1 customer: theirs', '2 bot: echo theirs']);
      await expect(deliver(say('b', 'x'), { ...key, workspaceId: 'two' })).rejects.toThrow(UnknownConversationError);
      const stranger = { workspaceId: 'two', conversationId: key.conversationId };
      await expect(
        store.admin.message.create({ data: { ...stranger, seq: 1, id: 'x', caseNumber: 1, author: 'bot', content: '{}', epoch: 0, sentAt: 0n } }),
      ).rejects.toThrow(/foreign key/i);
    });

    it('processes what was accepted earlier before what comes now', async () => {
      await deliver(say('a', 'first'));
      await store.admin.$transaction([
        store.admin.inboundEvent.create({ data: { ...key, seq: 2, key: 'b', type: 'customer.message', payload: JSON.stringify(say('b', 'second')), receivedAt: 0n } }),
        store.admin.inboundEvent.create({ data: { ...key, seq: 3, key: 'c', type: 'customer.message', payload: JSON.stringify(say('c', 'third')), receivedAt: 0n } }),
        store.admin.conversation.update({ where: { workspaceId_id: { workspaceId: key.workspaceId, id: key.conversationId } }, data: { inboundSeq: 3 } }),
      ]);
      expect(await store.turns.undrained(10)).toEqual([key]);
      const { receipt } = await deliver(say('b', 'second'));
      expect(receipt).toMatchObject({ duplicate: true, seq: 2, outcome: { ok: true, messageSeq: 3 } });
      expect((await deliver(say('d', 'fourth'))).receipt.seq).toBe(4);
      expect((await texts()).filter((line) => line.includes('customer'))).toEqual(['1 customer: first', '3 customer: second', '5 customer: third', '7 customer: fourth']);
      expect(await store.turns.undrained(10)).toEqual([]);
    });

    it('keeps one row per timer: set anew it is the new one, cancelled it is gone', async () => {
      await deliver(say('a', 'timer 2'));
      expect(await store.turns.nextTimerAt()).toBe(NOW + 2000);
      await deliver(say('b', 'timer 3'));
      expect(await store.turns.dueTimers(NOW + 2999, 10)).toEqual([]);
      expect(await store.turns.dueTimers(NOW + 3000, 10)).toEqual([
        { ...key, sessionId: `${key.conversationId}.s1`, timerId: 't', generation: 3, fireAt: NOW + 3000 },
      ]);
      await deliver(say('c', 'cancel'));
      expect(await store.turns.nextTimerAt()).toBeNull();
    });

    it('fires a timer again after a crash, and knows it when it fired', async () => {
      await deliver(say('a', 'timer 1'));
      now += 60_000;
      expect(await store.turns.dueTimers(now, 10)).toHaveLength(1);
      // The process that took it dies. Whoever comes after it finds it again, at once or when the claim is no longer believed.
      const after = await store.crash();
      now += 60_000;
      const [timer] = await after.turns.dueTimers(now, 10);
      expect(timer).toMatchObject({ ...key, timerId: 't', generation: 1, fireAt: NOW + 1000 });
      const due: RuntimeEvent = { key: 'timer:1', type: 'timer.due', sessionId: `${key.conversationId}.s1`, timerId: 't', generation: 1, fireAt: NOW + 1000 };
      const fired = await Promise.all([deliver(due), deliver(due, key, after)]);
      expect(fired.map(({ receipt }) => receipt.duplicate).sort()).toEqual([false, true]);
    });

    it('lets administrative writes and 200 turns through beside each other', async () => {
      const names: string[] = [];
      const admin = async (): Promise<void> => {
        for (let i = 0; i < 20; i += 1) {
          await store.admin.skill.create({ data: { workspaceId: 'one', key: `s${i}`, name: '{}' } });
          await store.admin.$transaction([
            store.admin.queue.create({ data: { workspaceId: 'one', key: `q${i}`, name: '{}' } }),
            store.admin.skill.update({ where: { workspaceId_key: { workspaceId: 'one', key: `s${i}` } }, data: { name: `{"en":"${i}"}` } }),
          ]);
          // Each third batch fails at its second statement: neither it nor a turn beside it may leave traces or vanish.
          if (i % 3 === 0) {
            await expect(
              store.admin.$transaction([
                store.admin.queue.create({ data: { workspaceId: 'one', key: `lost${i}`, name: '{}' } }),
                store.admin.queue.create({ data: { workspaceId: 'one', key: `q${i}`, name: '{}' } }),
              ]),
            ).rejects.toThrow(/unique/i);
          }
          names.push(`q${i}`);
        }
      };
      const turns = async (lane: number): Promise<void> => {
        const where = await conversation(store, 'one', `busy-${lane}`);
        for (let i = 0; i < 50; i += 1) expect((await deliver(say(`k${i}`, `m${i}`), where)).receipt.seq).toBe(i + 1);
      };
      await Promise.all([admin(), turns(0), turns(1), turns(2), turns(3)]);
      const queues = (await store.admin.queue.findMany({ where: { workspaceId: 'one', key: { not: 'service' } } })).map(({ key: queue }) => queue);
      expect(queues.sort()).toEqual(names.sort());
      for (const lane of [0, 1, 2, 3]) expect(await store.admin.message.count({ where: { conversationId: `busy-${lane}` } })).toBe(100);
    });

    it('opens a conversation once per customer, fills what it learns of her, and follows her language', async () => {
      const input = { workspaceId: 'one', connectionId: 'one-connection', externalId: 'v', language: 'en' };
      const ids = (n: number) => ({ profileId: `p${n}`, identityId: `i${n}`, conversationId: `c${n}` });
      expect(await store.turns.findConversation(input)).toBeNull();
      const [first, second] = await Promise.all([store.turns.openConversation(input, ids(1), NOW), store.turns.openConversation(input, ids(2), NOW)]);
      expect([first, second]).toEqual([{ conversationId: 'c1', created: true }, { conversationId: 'c1', created: false }]);
      expect([await store.turns.findConversation(input), await store.turns.findConversation({ ...input, workspaceId: 'two' })]).toEqual(['c1', null]);
      await store.turns.openConversation({ ...input, language: 'fr', contact: { name: 'Ana' } }, ids(3), NOW);
      await store.turns.openConversation({ ...input, language: 'fr', contact: { name: 'Bea', email: 'a@example.test' } }, ids(4), NOW);
      expect((await row({ workspaceId: 'one', conversationId: 'c1' })).language).toBe('fr');
      expect(await store.admin.profile.findFirst({ where: { id: 'p1' } })).toMatchObject({ name: 'Ana', email: 'a@example.test', locale: 'fr' });
    });

    it('keeps the attributes of a customer and gives them to later turns', async () => {
      await deliver(say('a', 'attributes'));
      await deliver(say('b', 'hello'));
      await deliver(say('c', 'attributes'));
      const profile = await store.admin.profile.findFirst({ where: { workspaceId: 'one', id: 'one-c-p' } });
      expect(JSON.parse(profile?.attributes ?? '')).toEqual({ a0: ['attributes', null, 1.5], a1: ['attributes', null, 1.5] });
    });

    it('gives a turn that may search the version of the articles, and runs none that does not have it at hand', async () => {
      const article = { title: '{"en":"Hours"}', answer: '{"en":"Nine to five"}', createdAt: 0n, updatedAt: 0n };
      await store.admin.article.create({ data: { workspaceId: 'one', id: 'hours', ...article, validTo: 5n } });
      await store.admin.article.create({ data: { workspaceId: 'one', id: 'gone', ...article, archivedAt: 1n } });
      await conversation(store, 'two');
      await store.admin.article.create({ data: { workspaceId: 'two', id: 'theirs', ...article } });
      const setVersion = (knowledgeVersion: number) => store.admin.workspace.update({ where: { id: 'one' }, data: { knowledgeVersion } });
      await setVersion(7);
      await store.admin.flowVersion.create({ data: { workspaceId: 'one', id: 'v', flowId: 'one-flow', number: 1, document: '{}', hash: 'x', publishedAt: 0n } });
      await store.admin.flow.update({ where: { workspaceId_id: { workspaceId: 'one', id: 'one-flow' } }, data: { publishedVersionId: 'v' } });

      const seen: (TurnInput['knowledge'])[] = [];
      const needs: unknown[] = [];
      const searching = (facts: string[], at: number): TurnProgram => ({
        ...program,
        flows: { ...program.flows, get: () => ({ facts }) as unknown as CompiledFlow },
        knowledge: {
          has({ version, languages, workspaceId }) {
            needs.push({ version, languages, workspaceId });
            return version === at;
          },
        },
        turn(input) {
          seen.push(input.knowledge);
          return program.turn(input);
        },
      });
      const refused: unknown = await store.turns.deliver(key, say('a', 'hello'), searching(['knowledge'], 6)).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(KnowledgeNeededError);
      expect((refused as KnowledgeNeededError).source).toMatchObject({ workspaceId: 'one', version: 7, languages: ['en'], articles: [{ id: 'hours', title: '{"en":"Hours"}', phrasings: '{}', tags: '[]', validFrom: null, validTo: 5, revision: 1 }] });
      expect([seen, await texts(), (await row()).inboundSeq]).toEqual([[], [], 0]);
      expect(await store.admin.inboundEvent.count()).toBe(0);

      expect((await store.turns.deliver(key, say('a', 'hello'), searching(['knowledge'], 7))).receipt).toMatchObject({ duplicate: false, seq: 1 });
      await setVersion(8);
      await store.turns.deliver(key, say('b', 'again'), searching(['knowledge'], 8));
      await store.turns.deliver(key, say('c', 'and again'), searching([], 0));
      expect(seen).toEqual([{ version: 7 }, { version: 8 }, null]);
      expect(needs).toEqual([7, 7, 8].map((version) => ({ workspaceId: 'one', version, languages: ['en'] })));
      expect(await store.turns.articles('one')).toMatchObject({ workspaceId: 'one', version: 8, languages: [], articles: [{ id: 'hours' }] });
    });

    it('keeps a question that was not answered once, counts it, and opens it when it is asked again', async () => {
      const question = async () => {
        const all = await store.admin.unansweredQuestion.findMany({ where: { workspaceId: 'one' } });
        return all.map(({ words, text, outcome, times, firstAskedAt, lastAskedAt, conversationId, settledAt, settledBy }) => ({ words, text, outcome, times, firstAskedAt, lastAskedAt, conversationId, settledAt, settledBy }));
      };
      const other = await conversation(store, 'one', 'one-d');
      await deliver(say('a', 'ask Dogs'));
      now += 1000;
      await deliver(say('b', 'ask dogs'), other);
      const kept = { words: 'dogs', text: 'Dogs', firstAskedAt: BigInt(NOW), settledAt: null, settledBy: null };
      expect(await question()).toEqual([{ ...kept, outcome: 'none', times: 2, lastAskedAt: BigInt(NOW + 1000), conversationId: 'one-d' }]);
      await store.admin.unansweredQuestion.updateMany({ data: { settledAt: 1n, settledBy: 'ines' } });
      await deliver(say('c', 'doubt dogs'), other);
      expect(await question()).toMatchObject([{ outcome: 'not-helped', times: 2, settledAt: 1n, settledBy: 'ines' }]);
      await deliver(say('d', 'ask DOGS'));
      expect(await question()).toMatchObject([{ ...kept, outcome: 'none', times: 3 }]);
      await deliver(say('e', 'ask cats'), await conversation(store, 'two'));
      expect(await question()).toHaveLength(1);
    });

    it('moves receipts forward only, and never past what was written', async () => {
      await deliver(say('a', 'hello'));
      const mark = (upTo: { delivered?: number; read?: number }) => store.turns.markMessages(key, upTo, NOW + 1);
      expect(await mark({ delivered: 1 })).toEqual([{ ...key, kind: 'receipts', delivered: 1, read: 0 }]);
      expect(await mark({ read: 99 })).toEqual([{ ...key, kind: 'receipts', delivered: 2, read: 2 }]);
      expect(await mark({ delivered: 1, read: 1 })).toEqual([]);
      expect(await store.admin.message.findFirst({ where: { ...key, seq: 2 } })).toMatchObject({ deliveredAt: BigInt(NOW + 1), readAt: BigInt(NOW + 1) });
      await expect(store.turns.markMessages({ ...key, conversationId: 'none' }, {}, NOW)).rejects.toThrow(UnknownConversationError);
    });

    it('lets messages leave in order, one at a time, and drops those of an older epoch', async () => {
      const other = await conversation(store, 'one', 'one-d');
      for (const [id, text] of [['a', 'outbox'], ['b', 'outbox'], ['c', 'outbox']] as const) await deliver(say(id, text));
      await deliver(say('x', 'outbox'), other);
      const claim = async () => (await store.turns.claimOutbox(now, 10)).map(({ id }) => id);
      const items = await store.turns.claimOutbox(now, 10);
      expect(items.map(({ id, attempts }) => [id, attempts])).toEqual([['a:out', 1], ['x:out', 1]]);
      expect(await claim()).toEqual([]);
      for (const item of items) await store.turns.finishOutbox(item, { kind: 'retry', at: now + 1000, error: 'later' }, now);
      expect(await claim()).toEqual([]);
      now += 1000;
      const again = await store.turns.claimOutbox(now, 1);
      expect(again.map(({ attempts }) => attempts)).toEqual([2]);
      for (const item of again) await store.turns.finishOutbox(item, { kind: 'done' }, now);
      await deliver(say('d', 'accept'));
      expect(await claim()).toEqual(['x:out']);
      expect(await claim()).toEqual([]);
      const states = (await store.admin.outbox.findMany({ where: key, orderBy: { seq: 'asc' } })).map(({ state }) => state);
      expect(states).toEqual(['done', 'dropped', 'dropped']);
      expect(await store.admin.conversationEvent.count({ where: { ...key, type: 'message-dropped' } })).toBe(2);
      await store.turns.releaseClaims();
      expect(await claim()).toEqual(['x:out']);
    });

    it('leaves the kinds that have no slot where they are, and counts no attempt that was not begun', async () => {
      await deliver(say('a', 'outbox'));
      expect(await store.turns.claimOutbox(now, 10, ['message.send'])).toEqual([]);
      const [item] = await store.turns.claimOutbox(now, 10, ['http.request']);
      expect(item).toMatchObject({ id: 'a:out', attempts: 1 });
      if (item) await store.turns.finishOutbox(item, { kind: 'later', at: now + 1000 }, now);
      expect(await store.turns.claimOutbox(now, 10)).toEqual([]);
      expect(await store.turns.nextOutboxAt()).toBe(now + 1000);
      expect(await store.turns.claimOutbox(now + 1000, 10)).toMatchObject([{ id: 'a:out', attempts: 1 }]);
    });

    it('does not count attempts that a crash interrupted, and gives the next one as a repeat', async () => {
      await deliver(say('a', 'outbox'));
      const attempts: number[] = [];
      for (let crashes = 0; crashes < 10; crashes += 1) {
        attempts.push(...(await store.turns.claimOutbox(now, 10)).map((item) => item.attempts));
        await store.turns.releaseClaims();
      }
      expect(attempts).toEqual([1, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
    });

    it('shows routing who waits and who is there, and writes its offers', async () => {
      await store.turns.openConversation({ workspaceId: 'one', connectionId: 'one-connection', externalId: 'w', language: 'en' }, { profileId: 'p', identityId: 'i', conversationId: 'c' }, NOW);
      await deliver(say('a', 'queue'));
      await seedWorkspace(store.admin, 'three', { agents: [{ id: 'lea', skills: { french: 5 } }] });
      await store.admin.membership.create({ data: { workspaceId: 'one', userId: 'lea', createdAt: 0n } });
      await store.admin.agentProfile.create({ data: { workspaceId: 'one', userId: 'lea', presence: 'offline', presenceAt: 0n, idleSince: 0n } });
      expect(await store.turns.setPresence('one', 'lea', 'available', 'event', NOW)).toEqual([{ workspaceId: 'one', kind: 'presence' }]);
      expect(await store.turns.setPresence('one', 'lea', 'available', 'event-2', NOW)).toEqual([]);
      expect(await store.turns.waitingWorkspaces()).toEqual(['one']);
      const reason: Reason = { code: 'longest-idle', params: {}, others: [] };
      const result = await store.turns.route(
        'one',
        (state) => {
          expect(state.agents).toEqual([{ id: 'lea', name: 'lea', presence: 'available', capacity: 4, idleSince: NOW, load: 0, skills: {}, queues: [], declined: [] }]);
          expect(state.waiting).toMatchObject([{ conversationId: key.conversationId, queue: 'service', enqueuedAt: NOW, offeredTo: null }]);
          return [{ kind: 'offer', conversationId: key.conversationId, agentId: 'lea', reason }, { kind: 'unavailable', conversationId: key.conversationId, reason }];
        },
        NOW + 1,
      );
      expect(result.unavailable).toEqual([{ conversationId: key.conversationId, effectId: `${key.conversationId}.s1:1:0` }]);
      expect(await row()).toMatchObject({ offeredTo: 'lea', offeredAt: BigInt(NOW + 1), offerReason: JSON.stringify(reason) });
      await store.turns.route('one', (state) => {
        expect(state.agents[0]?.load).toBe(1);
        return [{ kind: 'withdraw', conversationId: key.conversationId, agentId: 'lea', reason }];
      }, NOW + 2);
      expect(await row()).toMatchObject({ offeredTo: null, eventSeq: 3 });
      expect(await store.turns.route('three', () => { throw new Error('nobody waits here'); }, NOW)).toEqual({ committed: [], unavailable: [] });
    });
  });
}
