import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OutboxItem } from '@/lib/store/turn-store';
import { PermanentError } from './effects/effect-errors';
import { runtimeHarness, type RuntimeHarness } from './testing/runtime-harness';

let house: RuntimeHarness;
afterEach(() => house.remove());

const textOf = ({ payload }: OutboxItem): string => {
  const { content } = payload as unknown as { content: { parts: { text: string }[] } };
  return content.parts.map(({ text }) => text).join(' ');
};

describe('a channel that sends', () => {
  it('gets every message once, in order, with the conversation’s address and a stable key', async () => {
    const sent: OutboxItem[] = [];
    house = await runtimeHarness({ channel: 'sms', senders: new Map([['sms', async (item) => void sent.push(item)]]) });
    await house.say('hi');
    await house.say('Track my order', 'welcome:order');
    await vi.waitFor(() => expect(sent.length).toBe(2));
    expect(sent.map(textOf)).toEqual([
      'Hello! I am the Maison Lumen assistant. What can I do for you?',
      expect.stringMatching(/^Your lights leave/),
    ]);
    expect(sent[0]).toMatchObject({ id: `${house.key.conversationId}.m2`, payload: { externalId: 'visitor', connectionId: 'one-connection', author: 'bot' } });
    await vi.waitFor(async () => expect(await house.store.admin.outbox.count({ where: { state: 'done' } })).toBe(2));
  });

  it('is tried again, later each time, and keeps what follows waiting', async () => {
    let failures = 2;
    const sent: string[] = [];
    const send = async (item: OutboxItem): Promise<void> => {
      if (failures > 0) {
        failures -= 1;
        throw new Error('busy');
      }
      sent.push(`${textOf(item).slice(0, 5)} at attempt ${item.attempts}`);
    };
    house = await runtimeHarness({ channel: 'sms', senders: new Map([['sms', send]]) });
    await house.say('hi');
    await house.say('Track my order', 'welcome:order');
    for (const attempts of [1, 2]) {
      await vi.waitFor(async () => expect(await house.store.admin.outbox.count({ where: { state: 'pending', lastError: 'busy', attempts } })).toBe(1));
      expect(sent).toEqual([]);
      house.clock.advance(1000 * attempts);
    }
    await vi.waitFor(() => expect(sent).toEqual(['Hello at attempt 3', 'Your  at attempt 1']));
  });

  it('brings a person when a message can never be delivered', async () => {
    const send = async (): Promise<void> => {
      throw new PermanentError('unknown-number', 'no such number');
    };
    house = await runtimeHarness({ channel: 'sms', senders: new Map([['sms', send]]) });
    await house.say('hi');
    await vi.waitFor(async () => expect((await house.conversation()).owner).toBe('queued'));
    expect(await house.log()).toContain('message-failed');
    await vi.waitFor(async () => expect(await house.store.admin.outbox.count({ where: { state: 'dead' } })).toBe(1));
  });

  it('gets what a crashed process was sending once more, under the same key', async () => {
    let hang = true;
    const seen: string[] = [];
    const send = async (item: OutboxItem): Promise<void> => {
      seen.push(item.id);
      if (hang) await new Promise(() => undefined);
    };
    const options = { channel: 'sms', senders: new Map([['sms', send]]) };
    house = await runtimeHarness(options);
    await house.say('hi');
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    hang = false;
    await house.restart('crash', options);
    await vi.waitFor(() => expect(seen).toHaveLength(2));
    expect(seen[0]).toBe(seen[1]);
    await vi.waitFor(async () => expect(await house.store.admin.outbox.count({ where: { state: 'done' } })).toBe(1));
  });
});
