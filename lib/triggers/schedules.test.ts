import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDocument, flowDocumentSchema } from '@/flows/document/flow-document';
import type { ScheduleTrigger } from '@/flows/document/trigger';
import type { Runtime } from '@/lib/runtime/runtime-types';
import { runtimeHarness, START, type RuntimeHarness } from '@/lib/runtime/testing/runtime-harness';
import { seedFlow } from '@/lib/store/testing/seed-flow';
import { createSchedules, type Schedules } from './create-schedules';
import { triggerWrites } from './trigger-writes';

const DAY = 86_400_000;
const NEWS = flowDocumentSchema.parse({
  ...emptyDocument('News', ['en']),
  nodes: {
    start: { id: 'start', type: 'start', version: 1, title: {}, position: { x: 0, y: 0 }, data: {} },
    end: { id: 'end', type: 'close', version: 1, title: {}, position: { x: 0, y: 0 }, data: { message: { parts: [{ kind: 'text', text: { en: 'News.' } }] }, disposition: 'resolved' } },
  },
  edges: { 'start/next': { from: 'start', port: 'next', to: 'end' } },
});
const daily: ScheduleTrigger = {
  id: 't1', type: 'schedule', when: { every: 'day', at: '10:00' }, timeZone: 'UTC', calendar: null,
  audience: { connection: 'one-key', condition: 'contact.attributes.plan == "gold"', most: 500 },
};

describe('schedules', () => {
  let harness: RuntimeHarness;
  let schedules: Schedules;
  let deliver: Runtime['deliver'];
  beforeEach(async () => {
    harness = await runtimeHarness();
    deliver = (...given) => harness.runtime.deliver(...given);
  });
  afterEach(async () => {
    await schedules.stop();
    await harness.remove();
  });

  async function publish(trigger: ScheduleTrigger, known?: string): Promise<void> {
    const versionId = known ?? (await seedFlow(harness.store.admin, 'one', 'news', NEWS));
    await harness.store.admin.$transaction(triggerWrites(harness.store.admin, { workspaceId: 'one', flowId: 'news', versionId, triggers: [trigger], now: harness.clock.now() }));
    schedules = createSchedules({ prisma: harness.store.admin, runtime: { deliver: (...given) => deliver(...given) }, clock: harness.clock, log: pino({ level: 'silent' }) });
    schedules.start();
  }
  /** That many customers, every second one with the plan. */
  async function customers(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const { conversationId } = await harness.customer(`c${index}`);
      const { profileId } = await harness.store.admin.conversation.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId: 'one', id: conversationId } } });
      await harness.store.admin.profile.update({ where: { workspaceId_id: { workspaceId: 'one', id: profileId } }, data: { attributes: index % 2 === 0 ? '{"plan":"gold"}' : '{}' } });
    }
  }
  const row = () => harness.store.admin.flowTrigger.findFirstOrThrow();
  const told = () => harness.store.admin.message.count({ where: { author: 'bot' } });
  /** Waits for what the clock set off. */
  async function until(what: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 400; tries += 1) {
      if (await what()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('it did not happen');
  }
  const ran = (at: number) => until(async () => Number((await row()).lastAt) === at);

  it('run at their time, with those whom the condition chooses, and then again', async () => {
    await customers(6);
    await publish(daily);
    expect(Number((await row()).nextAt)).toBe(START + 3_600_000);
    harness.clock.advance(3_599_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await told()).toBe(0);
    harness.clock.advance(1000);
    await ran(START + 3_600_000);
    expect(await told()).toBe(3);
    expect(await row()).toMatchObject({ lastCount: 3, nextAt: BigInt(START + 3_600_000 + DAY), cursor: '', count: 0, claimedUntil: 0n });
    harness.clock.advance(DAY);
    await ran(START + 3_600_000 + DAY);
    expect(await told()).toBe(6);
  });

  it('reach at most as many as they say', async () => {
    await customers(8);
    await publish({ ...daily, audience: { ...daily.audience, condition: '', most: 5 } });
    harness.clock.advance(3_600_000);
    await ran(START + 3_600_000);
    expect(await told()).toBe(5);
  });

  it('that were due while nothing ran are run once, late, and say so', async () => {
    await customers(2);
    await publish(daily);
    await schedules.stop();
    harness.clock.advance(5 * DAY);
    schedules.start();
    await ran(START + 3_600_000);
    expect(await told()).toBe(1);
    expect(Number((await row()).nextAt)).toBe(START + 3_600_000 + 5 * DAY);
    const [event] = await harness.store.admin.conversationEvent.findMany({ where: { type: 'triggered' } });
    expect(JSON.parse(event?.params ?? '{}')).toMatchObject({ event: '', late: 5 * DAY - 3_600_000 });
  });

  it('broken off in the middle go on where they were, and tell nobody twice', async () => {
    await customers(10);
    let calls = 0;
    deliver = (...given) => {
      calls += 1;
      return calls > 3 ? Promise.reject(new Error('the plug is pulled')) : harness.runtime.deliver(...given);
    };
    await publish({ ...daily, audience: { ...daily.audience, condition: '' } });
    harness.clock.advance(3_600_000);
    await until(async () => calls > 3);
    await schedules.stop();
    const before = await told();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(11);
    deliver = (...given) => harness.runtime.deliver(...given);
    schedules.start();
    await ran(START + 3_600_000);
    // Ten customers and the harness's own.
    expect(await told()).toBe(11);
    expect((await row()).lastCount).toBe(11);
  });

  it('are one process’s at a time', async () => {
    await customers(4);
    await publish(daily);
    const other = createSchedules({ prisma: harness.store.admin, runtime: harness.runtime, clock: harness.clock, log: pino({ level: 'silent' }) });
    other.start();
    harness.clock.advance(3_600_000);
    await ran(START + 3_600_000);
    await other.stop();
    expect(await told()).toBe(2);
    expect(await harness.store.admin.inboundEvent.count()).toBe(2);
  });

  it('leave out a run that falls into closed hours', async () => {
    await customers(2);
    const closed = JSON.stringify({ mon: [], tue: [{ from: '08:00', to: '18:00' }], wed: [], thu: [], fri: [], sat: [], sun: [] });
    await harness.store.admin.calendar.create({ data: { workspaceId: 'one', key: 'service', name: '{}', timeZone: 'UTC', spans: closed, holidays: '[]', updatedAt: 0n } });
    await publish({ ...daily, calendar: 'service' });
    harness.clock.advance(3_600_000);
    await ran(START + 3_600_000);
    expect([await told(), (await row()).lastCount]).toEqual([0, 0]);
    // Tuesday is open.
    harness.clock.advance(DAY);
    await ran(START + 3_600_000 + DAY);
    expect(await told()).toBe(1);
  });

  it('of one moment run once and never again', async () => {
    await customers(1);
    await publish({ ...daily, when: { every: 'once', date: '2026-01-05', at: '09:30' } });
    harness.clock.advance(1_800_000);
    await ran(START + 1_800_000);
    expect((await row()).nextAt).toBeNull();
    expect(await told()).toBe(1);
  });
});
