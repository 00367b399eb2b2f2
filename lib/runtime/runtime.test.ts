import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIBRARY_FLOW, runtimeHarness, START, type RuntimeHarness } from './testing/runtime-harness';
import { StoppedError } from './stopped-error';
import { UnknownConversationError } from '@/lib/store/turn-store';

let house: RuntimeHarness;
afterEach(() => house.remove());

/** Until the conversation is offered to somebody: routing runs after the turn's answer. */
const offered = (agentId: string) => vi.waitFor(async () => expect((await house.conversation()).offeredTo).toBe(agentId));
const HELLO = 'bot: Hello! I am the Maison Lumen assistant. What can I do for you?';

describe('a whole conversation', () => {
  it('goes from the assistant to the queue, to an agent, is closed, and begins anew', async () => {
    house = await runtimeHarness();
    await house.runtime.setPresence('one', 'lea', 'available');
    expect(await house.say('hi there')).toEqual({ duplicate: false, seq: 1, at: START, outcome: { ok: true, messageSeq: 1 } });
    expect(await house.thread()).toEqual(['customer: hi there', HELLO]);
    await house.say('Track my order', 'welcome:order');
    await house.say('an advisor please, this does not help');
    expect(await house.conversation()).toMatchObject({ owner: 'queued', queueKey: 'service', epoch: 0 });
    await offered('lea');

    expect(await house.act({ type: 'agent.accepted', agentId: 'karim' })).toMatchObject({ outcome: { ok: false, code: 'not-offered' } });
    expect(await house.act({ type: 'agent.accepted', agentId: 'lea' })).toMatchObject({ outcome: { ok: true } });
    expect(await house.conversation()).toMatchObject({ owner: 'agent', agentId: 'lea', epoch: 1, offeredTo: null, queueKey: null });
    expect(await house.act({ type: 'agent.accepted', agentId: 'karim' })).toMatchObject({ outcome: { ok: false, code: 'already-accepted' } });

    house.clock.advance(60_000);
    await house.act({ type: 'agent.replied', agentId: 'lea', text: 'Hello, I am Léa.' });
    await house.say('thank you');
    await house.act({ type: 'agent.noted', agentId: 'lea', text: 'nice customer' });
    expect((await house.thread()).slice(-3)).toEqual(['agent: Hello, I am Léa.', 'customer: thank you', 'note: nice customer']);
    expect(await house.act({ type: 'agent.closed', agentId: 'lea', disposition: 'solved' })).toMatchObject({ outcome: { ok: true } });
    expect(await house.conversation()).toMatchObject({ owner: 'closed', agentId: null, unread: 0 });
    expect(await house.store.admin.case.findMany({ where: house.key })).toMatchObject([
      { number: 1, openedAt: BigInt(START), firstReplyAt: BigInt(START), handedOffAt: BigInt(START), firstAgentAt: BigInt(START + 60_000), handledBy: 'hybrid', closedBy: 'agent', disposition: 'solved' },
    ]);

    await house.say('one more thing');
    expect((await house.thread()).slice(-2)).toEqual(['customer: one more thing', HELLO]);
    expect(await house.conversation()).toMatchObject({ owner: 'bot', caseNumber: 2, closedAt: null });
    expect(await house.log()).toEqual([
      'case-opened', 'flow-started', 'queued', 'offered', 'accepted', 'first-reply', 'closed', 'case-opened', 'flow-started',
    ]);
    const segments = await house.store.admin.segment.findMany({ where: house.key, orderBy: { number: 'asc' } });
    expect(segments.map(({ owner, epoch, agentId, endedAt }) => [owner, epoch, agentId, endedAt !== null])).toEqual([
      ['bot', 0, null, true], ['queued', 0, null, true], ['agent', 1, 'lea', true], ['bot', 1, null, false],
    ]);
  });

  it('tells of every change after its commit, in order', async () => {
    house = await runtimeHarness();
    await house.say('hi there');
    expect(house.committed.map((change) => (change.kind === 'message' ? change.message.author : change.kind))).toEqual(['customer', 'bot', 'conversation']);
  });

  it('gives it back to the flow when the agent releases it, and the assistant speaks again', async () => {
    house = await runtimeHarness();
    await house.runtime.setPresence('one', 'karim', 'available');
    await house.say('hi');
    await house.say('4'); // something else
    await offered('karim');
    await house.act({ type: 'agent.accepted', agentId: 'karim' });
    expect(await house.act({ type: 'agent.released', agentId: 'lea' })).toMatchObject({ outcome: { ok: false, code: 'not-owner' } });
    await house.act({ type: 'agent.released', agentId: 'karim' });
    expect((await house.thread()).at(-1)).toBe('bot: Your advisor has given the conversation back to me. May I close it?');
    expect(await house.conversation()).toMatchObject({ owner: 'bot', epoch: 2, agentId: null });
    await house.say('yes');
    expect(await house.conversation()).toMatchObject({ owner: 'closed' });
    expect(await house.store.admin.case.findMany({ where: house.key })).toMatchObject([{ closedBy: 'bot', disposition: 'resolved' }]);
  });
});

describe('what is delivered again, at once, or in vain', () => {
  it('answers a repeated key with its first receipt and does nothing twice', async () => {
    house = await runtimeHarness();
    const event = { key: 'same', type: 'customer.message', text: 'hi' } as const;
    const receipts = await Promise.all([house.deliver(event), house.deliver(event), house.deliver(event)]);
    expect(receipts.map(({ duplicate }) => duplicate)).toEqual([false, true, true]);
    expect(await house.thread()).toHaveLength(2);
  });

  it('keeps the order of what is delivered at once', async () => {
    house = await runtimeHarness({ document: null });
    await Promise.all(Array.from({ length: 100 }, (_, i) => house.say(`m${i}`)));
    expect(await house.thread()).toEqual(Array.from({ length: 100 }, (_, i) => `customer: m${i}`));
  });

  it('rejects a conversation nobody opened, and everything once stopped', async () => {
    house = await runtimeHarness();
    const nowhere = { workspaceId: 'one', conversationId: 'nowhere' };
    await expect(house.runtime.deliver(nowhere, { key: 'a', type: 'customer.left' })).rejects.toThrow(UnknownConversationError);
    const last = house.say('still accepted');
    await house.runtime.stop();
    await last;
    await expect(house.say('too late')).rejects.toThrow(StoppedError);
    expect((await house.thread())[0]).toBe('customer: still accepted');
  });
});

describe('one voice', () => {
  it('keeps the assistant silent while an agent has the conversation', async () => {
    house = await runtimeHarness();
    await house.runtime.setPresence('one', 'lea', 'available');
    await house.say('hi');
    await house.say('Something else', 'welcome:other');
    await offered('lea');
    await house.act({ type: 'agent.accepted', agentId: 'lea' });
    const steps = await house.store.admin.stepLog.count({ where: house.key });
    await house.say('Track my order', 'welcome:order');
    await house.act({ type: 'customer.left' });
    await house.act({ type: 'handoff.unavailable', effectId: 'any' });
    expect(await house.store.admin.stepLog.count({ where: house.key })).toBe(steps);
    expect((await house.thread()).at(-1)).toBe('customer: Track my order');
    expect(await house.conversation()).toMatchObject({ unread: 1 });
  });

  it('lets only the owner answer, and only within her capacity', async () => {
    house = await runtimeHarness();
    await house.runtime.setPresence('one', 'karim', 'available');
    await house.say('hi');
    expect(await house.act({ type: 'agent.accepted', agentId: 'karim' })).toMatchObject({ outcome: { code: 'not-queued' } });
    expect(await house.act({ type: 'agent.replied', agentId: 'karim', text: 'me first' })).toMatchObject({ outcome: { code: 'not-owner' } });
    await house.say('4');
    await offered('karim');
    await house.act({ type: 'agent.accepted', agentId: 'karim' });

    const first = house.key;
    house.key = await house.customer('another');
    await house.say('hi');
    await house.say('4');
    // Karim holds one of one: nothing is offered to him, and he cannot take it himself.
    await house.runtime.route('one');
    expect(await house.conversation()).toMatchObject({ owner: 'queued', offeredTo: null });
    expect(await house.act({ type: 'agent.accepted', agentId: 'karim' })).toMatchObject({ outcome: { code: 'no-capacity' } });
    house.key = first;
    await house.act({ type: 'agent.closed', agentId: 'karim' });
    expect(await house.act({ type: 'agent.replied', agentId: 'karim', text: 'late' })).toMatchObject({ outcome: { code: 'conversation-closed' } });
    house.key = await house.customer('another');
    await offered('karim');
    expect(await house.act({ type: 'agent.declined', agentId: 'karim' })).toMatchObject({ outcome: { ok: true } });
    await house.runtime.route('one');
    expect(await house.conversation()).toMatchObject({ offeredTo: null, declinedBy: '["karim"]' });
  });

  it('takes an offer back from an agent who leaves', async () => {
    house = await runtimeHarness();
    await house.runtime.setPresence('one', 'lea', 'available');
    await house.say('hi');
    await house.say('4');
    await offered('lea');
    await house.runtime.setPresence('one', 'lea', 'away');
    expect(await house.conversation()).toMatchObject({ owner: 'queued', offeredTo: null });
    expect((await house.log()).slice(-2)).toEqual(['offered', 'offer-withdrawn']);
  });
});

describe('flows', () => {
  it('calls a person at once where no flow is published', async () => {
    house = await runtimeHarness({ document: null });
    await house.say('hello?');
    expect(await house.conversation()).toMatchObject({ owner: 'queued', queueKey: 'service', unread: 1 });
    expect(await house.log()).toEqual(['case-opened', 'no-flow', 'queued']);
  });

  it('keeps a running conversation on its version and gives new ones the new version', async () => {
    house = await runtimeHarness();
    await house.say('hi');
    const document = structuredClone(LIBRARY_FLOW);
    const welcome = document.nodes.welcome;
    if (welcome) welcome.data = { ...welcome.data, message: { parts: [{ kind: 'text', text: { en: 'Version two', fr: 'Version deux' } }] } };
    const { admin } = house.store;
    await admin.$transaction([
      admin.flowVersion.create({ data: { workspaceId: 'one', id: 'v2', flowId: 'one-flow', number: 2, document: JSON.stringify(document), hash: 'x', publishedAt: 0n } }),
      admin.flow.update({ where: { workspaceId_id: { workspaceId: 'one', id: 'one-flow' } }, data: { publishedVersionId: 'v2' } }),
    ]);
    await house.say('what?');
    expect((await house.thread()).at(-1)).not.toContain('Version two');
    house.key = await house.customer('another');
    await house.say('hi');
    expect(await house.thread()).toEqual(['customer: hi', 'bot: Version two']);
  });

  it('leaves no session and no timer behind in a case an agent closed', async () => {
    house = await runtimeHarness();
    await house.runtime.setPresence('one', 'lea', 'available');
    await house.say('hi');
    await house.act({ type: 'effect.failed', effectId: `${house.key.conversationId}.m2`, error: { code: 'unknown-number', message: '' } });
    await offered('lea');
    await house.say('anybody?');
    expect((await house.thread()).at(-1)).toBe('customer: anybody?');
    await house.act({ type: 'agent.accepted', agentId: 'lea' });
    await house.act({ type: 'agent.closed', agentId: 'lea' });
    expect(await house.store.admin.flowSession.count({ where: { status: 'active' } })).toBe(0);
    expect(await house.store.admin.timer.count()).toBe(0);
  });

  it('speaks the language of the customer', async () => {
    house = await runtimeHarness({ language: 'fr-CA' });
    await house.say('bonjour');
    expect((await house.thread()).at(-1)).toMatch(/^bot: Bonjour/);
  });
});

describe('a live hand-over', () => {
  /** The library's flow, where "something else" wants somebody within five minutes. */
  function liveFlow(): typeof LIBRARY_FLOW {
    const document = structuredClone(LIBRARY_FLOW);
    const step = document.nodes['any-advisor'];
    if (step) step.data = { ...step.data, mode: 'live', timeout: 'PT5M' };
    for (const port of ['nobody-available', 'timed-out']) document.edges[`any-advisor/${port}`] = { from: 'any-advisor', port, to: 'anything-else' };
    return document;
  }

  it('goes on with the flow when nobody is there', async () => {
    house = await runtimeHarness({ document: liveFlow() });
    await house.say('hi');
    await house.say('4');
    await vi.waitFor(async () => expect((await house.conversation()).owner).toBe('bot'));
    expect((await house.thread()).at(-1)).toMatch(/^bot: Your advisor/);
    expect(await house.conversation()).toMatchObject({ queueKey: null, requirement: null, handoffId: null, epoch: 0 });
    expect((await house.log()).slice(-2)).toEqual(['queued', 'queue-left']);
  });

  it('goes on when nobody comes in time, and takes the offer back', async () => {
    house = await runtimeHarness({ document: liveFlow() });
    await house.runtime.setPresence('one', 'lea', 'available');
    await house.say('hi');
    await house.say('4');
    await offered('lea');
    house.clock.advance(5 * 60_000);
    await vi.waitFor(async () => expect((await house.conversation()).owner).toBe('bot'));
    expect(await house.conversation()).toMatchObject({ offeredTo: null });
    expect(await house.act({ type: 'agent.accepted', agentId: 'lea' })).toMatchObject({ outcome: { code: 'not-queued' } });
  });
});

describe('timers', () => {
  const SILENT = 'bot: I have not heard from you, so I am closing this conversation. Write whenever you like and it will resume here.';
  const silence = async (): Promise<number> => Number((await house.store.admin.timer.findFirstOrThrow({ where: house.key })).fireAt) - house.clock.now();

  it('fire when the customer is silent, once', async () => {
    house = await runtimeHarness();
    await house.say('hi');
    const wait = await silence();
    house.clock.advance(wait - 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await house.thread()).toHaveLength(2);
    house.clock.advance(1);
    await vi.waitFor(async () => expect((await house.thread()).at(-1)).toBe(SILENT));
    expect(await house.conversation()).toMatchObject({ owner: 'closed' });
    expect(await house.store.admin.timer.count()).toBe(0);
    house.clock.advance(wait * 2);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await house.thread()).toHaveLength(3);
  });

  it('do not fire for a question that was answered', async () => {
    house = await runtimeHarness();
    await house.say('hi');
    const timer = await house.store.admin.timer.findFirstOrThrow({ where: house.key });
    await house.say('Track my order', 'welcome:order');
    const before = await house.thread();
    const { sessionId, timerId, generation } = timer;
    await house.act({ type: 'timer.due', sessionId, timerId, generation, fireAt: Number(timer.fireAt) });
    expect(await house.thread()).toEqual(before);
  });

  it('survive a restart, and fire late rather than never', async () => {
    house = await runtimeHarness();
    await house.say('hi');
    const wait = await silence();
    await house.restart('stop');
    house.clock.advance(wait);
    await vi.waitFor(async () => expect((await house.thread()).at(-1)).toBe(SILENT));

    house.key = await house.customer('another');
    await house.say('hi');
    await house.runtime.stop();
    house.clock.advance(wait + 3_600_000);
    await house.restart('crash');
    await vi.waitFor(async () => expect((await house.thread()).at(-1)).toBe(SILENT));
    expect(await house.log()).toContain('timer-late');
  });
});
