import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FlowDocument } from '@/flows/document/flow-document';
import { registryWithBrokenStep } from './testing/broken-step';
import { LIBRARY_FLOW, runtimeHarness, type RuntimeHarness } from './testing/runtime-harness';

let house: RuntimeHarness;
afterEach(() => house.remove());

const registry = registryWithBrokenStep();

/** The library's flow, with the broken step before the advisor of "something else". */
function documentWithBrokenStep(): FlowDocument {
  const document = structuredClone(LIBRARY_FLOW);
  document.nodes.bad = { id: 'bad', type: 'broken', version: 1, title: { en: 'Broken' }, position: { x: 0, y: 0 }, data: {} };
  document.edges['welcome/option:other'] = { from: 'welcome', port: 'option:other', to: 'bad' };
  document.edges['bad/next'] = { from: 'bad', port: 'next', to: 'any-advisor' };
  return document;
}

describe('a turn that fails', () => {
  it('gives the conversation to a person with the reason, tells the customer, and keeps her message', async () => {
    house = await runtimeHarness({ document: documentWithBrokenStep(), registry, language: 'fr' });
    await house.runtime.setPresence('one', 'lea', 'available');
    await house.say('bonjour');
    const receipt = await house.say('Autre chose', 'welcome:other');
    expect(receipt).toMatchObject({ duplicate: false, outcome: { ok: true, messageSeq: 3 } });
    expect((await house.thread()).slice(-2)).toEqual([
      'customer: Autre chose',
      'system: Un incident est survenu de notre côté. Nous transmettons votre conversation à une personne de notre équipe, qui vous répondra ici même.',
    ]);
    expect(await house.conversation()).toMatchObject({ owner: 'queued', queueKey: 'service', unread: 1 });

    const events = await house.store.admin.conversationEvent.findMany({ where: house.key, orderBy: { seq: 'asc' } });
    const reason = events.find(({ type }) => type === 'turn-failed');
    expect(JSON.parse(reason?.params ?? '{}')).toMatchObject({ code: 'node-threw', node: 'bad', inboundSeq: 2 });
    const [, poisoned] = await house.store.admin.inboundEvent.findMany({ where: house.key, orderBy: { seq: 'asc' } });
    expect(poisoned?.quarantinedAt).not.toBeNull();
    expect(JSON.parse(poisoned?.error ?? '{}')).toMatchObject({ code: 'node-threw', state: { status: 'active' }, event: { type: 'message.received' } });

    // Nothing of the flow lives on: no timer, no session that answers.
    expect(await house.store.admin.timer.count({ where: house.key })).toBe(0);
    await house.say('il y a quelqu’un ?');
    expect((await house.thread()).at(-1)).toBe('customer: il y a quelqu’un ?');
    await vi.waitFor(async () => expect((await house.conversation()).offeredTo).toBe('lea'));
    await house.act({ type: 'agent.accepted', agentId: 'lea' });
    await house.act({ type: 'agent.replied', agentId: 'lea', text: 'Bonjour' });
    expect((await house.thread()).at(-1)).toBe('agent: Bonjour');
  });

  it('leaves other conversations of the same commit alone', async () => {
    house = await runtimeHarness({ document: documentWithBrokenStep(), registry });
    const bad = house.key;
    const good = await house.customer('another');
    await house.say('hi');
    await house.runtime.deliver(good, { key: 'a', type: 'customer.message', text: 'hi' });
    await Promise.all([
      house.say('Something else', 'welcome:other'),
      house.runtime.deliver(good, { key: 'b', type: 'customer.message', text: 'Track my order', choice: 'welcome:order' }),
    ]);
    expect((await house.thread(bad)).at(-1)).toMatch(/^system: /);
    expect((await house.thread(good)).at(-1)).toMatch(/^bot: Your lights leave/);
  });

  it('also covers a published version that does not compile', async () => {
    const document = structuredClone(LIBRARY_FLOW);
    delete document.edges['start/next'];
    house = await runtimeHarness({ document });
    await house.say('hello?');
    expect((await house.thread())[0]).toBe('customer: hello?');
    expect((await house.thread())[1]).toMatch(/^system: /);
    expect(await house.conversation()).toMatchObject({ owner: 'queued', caseNumber: 1 });
    expect(await house.log()).toEqual(['case-opened', 'turn-failed', 'queued']);
  });

  it('lets an agent’s acceptance stand when the flow fails on it, and brings a person back when she releases', async () => {
    house = await runtimeHarness();
    await house.runtime.setPresence('one', 'lea', 'available');
    await house.say('hi');
    await house.say('Something else', 'welcome:other');
    await vi.waitFor(async () => expect((await house.conversation()).offeredTo).toBe('lea'));
    // A state that vanished from its flow.
    const session = await house.store.admin.flowSession.findFirstOrThrow({ where: house.key });
    expect(session.state).toContain('any-advisor/');
    await house.store.admin.flowSession.update({
      where: { workspaceId_id: { workspaceId: 'one', id: session.id } },
      data: { state: session.state.replace('any-advisor/waiting-for-agent', 'gone/waiting') },
    });
    expect(await house.act({ type: 'agent.accepted', agentId: 'lea' })).toMatchObject({ outcome: { ok: true } });
    expect(await house.conversation()).toMatchObject({ owner: 'agent', agentId: 'lea' });
    expect(await house.log()).toContain('turn-failed');
    await house.act({ type: 'agent.released', agentId: 'lea' });
    expect(await house.conversation()).toMatchObject({ owner: 'queued' });
  });
});
