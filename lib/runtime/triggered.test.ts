import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flowDocumentSchema, type FlowDocument } from '@/flows/document/flow-document';
import { seedFlow } from '@/lib/store/testing/seed-flow';
import type { RuntimeEvent } from './runtime-types';
import { runtimeHarness, START, type RuntimeHarness } from './testing/runtime-harness';

const text = (en: string) => ({ parts: [{ kind: 'text', text: { en } }] });

/** Says what it was told, then ends; `end` false goes on asking. */
function flow(steps: Record<string, [type: string, data: object, links: Record<string, string>]>): FlowDocument {
  const entries = Object.entries(steps);
  return flowDocumentSchema.parse({
    format: 1, name: 'news', languages: ['en'], triggers: [], listeners: [],
    variables: [{ name: 'order', type: 'text', scope: 'conversation', label: {} }],
    nodes: Object.fromEntries(entries.map(([id, [type, data]]) => [id, { id, type, version: 1, title: {}, position: { x: 0, y: 0 }, data }])),
    edges: Object.fromEntries(entries.flatMap(([from, [, , links]]) => Object.entries(links).map(([port, to]) => [`${from}/${port}`, { from, port, to }]))),
  });
}
const NEWS = flow({
  start: ['start', {}, { next: 'tell' }],
  tell: ['message', { message: text('Order {{ order }} has left.') }, { next: 'end' }],
  end: ['close', { message: text('Goodbye.'), disposition: 'resolved' }, {}],
});
/** Its condition reads what is never there. */
const BROKEN = flow({
  start: ['start', {}, { next: 'set' }],
  set: ['set-variable', { assignments: [{ variable: 'order', value: { kind: 'expression', source: 'contact.attributes.nowhere.deep' } }] }, { next: 'tell' }],
  tell: ['message', { message: text('{{ order }}') }, { next: 'end' }],
  end: ['close', { message: text('Goodbye.'), disposition: 'resolved' }, {}],
});

describe('a trigger', () => {
  let harness: RuntimeHarness;
  let versionId: string;
  beforeEach(async () => {
    harness = await runtimeHarness();
    versionId = await seedFlow(harness.store.admin, 'one', 'news', NEWS);
  });
  afterEach(() => harness.remove());

  const shipped = (key: string, more: Partial<Extract<RuntimeEvent, { type: 'flow.triggered' }>> = {}): RuntimeEvent => ({
    key, type: 'flow.triggered', flowId: 'news', versionId, triggerId: 't1', event: 'order.shipped', input: { order: 'A-1' }, ...more,
  });

  it('begins its own flow, not the connection’s, in a conversation that never began, and again once that is closed', async () => {
    const first = await harness.deliver(shipped('e1'));
    expect(first.outcome).toEqual({ ok: true, begun: { began: true } });
    expect(await harness.thread()).toEqual(['bot: Order A-1 has left.', 'bot: Goodbye.']);
    expect((await harness.conversation()).owner).toBe('closed');
    await harness.deliver(shipped('e2', { input: { order: 'B-2' } }));
    expect(await harness.thread()).toEqual(['bot: Order A-1 has left.', 'bot: Goodbye.', 'bot: Order B-2 has left.', 'bot: Goodbye.']);
    expect(await harness.log()).toEqual(['case-opened', 'triggered', 'flow-started', 'closed', 'case-opened', 'triggered', 'flow-started', 'closed']);
  });

  it('of the same key is answered as the first time and says nothing twice', async () => {
    await harness.deliver(shipped('e1'));
    await harness.restart('crash');
    const again = await harness.deliver(shipped('e1', { input: { order: 'other' } }));
    expect(again).toMatchObject({ duplicate: true, outcome: { begun: { began: true } } });
    expect(await harness.thread()).toHaveLength(2);
  });

  it('does not interrupt a conversation under way, and says so in its log', async () => {
    await harness.say('hello');
    const before = await harness.thread();
    const { outcome } = await harness.deliver(shipped('e1', { attributes: { plan: 'gold' } }));
    expect(outcome).toEqual({ ok: true, begun: { began: false, reason: 'under-way' } });
    expect(await harness.thread()).toEqual(before);
    expect((await harness.log()).at(-1)).toBe('trigger-not-begun');
    // What the caller said of the customer is kept all the same.
    const profile = await harness.store.admin.profile.findFirstOrThrow({ where: { workspaceId: 'one' } });
    expect(JSON.parse(profile.attributes)).toMatchObject({ plan: 'gold' });
  });

  it('goes no further while the conversation waits for a person, or a person has it', async () => {
    const queued = flow({
      start: ['start', {}, { next: 'agent' }],
      agent: ['hand-over', { message: text('Wait.'), mode: 'keep-waiting', skills: [], queue: null, priority: 'normal', timeout: null }, {}],
    });
    const version = await seedFlow(harness.store.admin, 'one', 'queued', queued);
    await harness.deliver(shipped('e0', { versionId: version }));
    expect((await harness.conversation()).owner).toBe('queued');
    const waiting = await harness.deliver(shipped('e1'));
    await harness.runtime.setPresence('one', 'lea', 'available');
    await harness.act({ type: 'agent.accepted', agentId: 'lea' });
    expect((await harness.conversation()).owner).toBe('agent');
    const steps = await harness.store.admin.stepLog.count();
    const held = await harness.deliver(shipped('e2'));
    for (const { outcome } of [waiting, held]) expect(outcome).toEqual({ ok: true, begun: { began: false, reason: 'with-a-person' } });
    expect(await harness.store.admin.stepLog.count()).toBe(steps);
    expect(await harness.thread()).toEqual(['bot: Wait.']);
  });

  it('whose data does not fit begins nothing and opens no case', async () => {
    const { outcome } = await harness.deliver(shipped('e1', { input: {}, misfit: { variable: 'total', path: 'order.total', type: 'number' } }));
    expect(outcome).toEqual({ ok: true, begun: { began: false, reason: 'misfit', variable: 'total' } });
    expect(await harness.store.admin.case.count()).toBe(0);
    expect((await harness.conversation()).owner).toBe('bot');
    await harness.say('hello');
    expect((await harness.thread()).length).toBeGreaterThan(1);
  });

  it('whose flow fails leaves the customer in peace: quarantined, no apology, nobody’s queue', async () => {
    const version = await seedFlow(harness.store.admin, 'one', 'broken', BROKEN);
    const { outcome } = await harness.deliver(shipped('e1', { versionId: version }));
    expect(outcome).toEqual({ ok: true, begun: { began: false, reason: 'flow-failed' } });
    expect(await harness.thread()).toEqual([]);
    expect((await harness.conversation()).owner).toBe('bot');
    expect(await harness.log()).toEqual(['trigger-not-begun', 'turn-failed']);
    expect(await harness.store.admin.inboundEvent.count({ where: { quarantinedAt: { not: null } } })).toBe(1);
  });

  it('notes how late a schedule was', async () => {
    await harness.deliver(shipped('schedule:t1', { event: '', late: 3_600_000 }));
    const told = await harness.store.admin.conversationEvent.findFirstOrThrow({ where: { type: 'triggered' } });
    expect(JSON.parse(told.params)).toEqual({ event: '', triggerId: 't1', flowId: 'news', late: 3_600_000 });
    expect(Number(told.at)).toBe(START);
  });
});
