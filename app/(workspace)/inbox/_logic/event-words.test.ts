import { describe, expect, it } from 'vitest';
import { LOCALES, messagesFor } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { eventKey } from './event-key';

const VALUES = { agent: 'Léa', by: 'agent', hasDisposition: 'yes', disposition: 'D', failure: 'F', said: 'S', time: '14:32', reason: 'R', name: 'N', hasSkills: 'yes', skills: 'K', free: 1, capacity: 4, hasOthers: 'yes', others: 'O', source: 'api-event', event: 'order.shipped', late: 'no', variable: 'V' };

describe.each(LOCALES)('words for events in %s', (locale) => {
  const t = translator(locale, 'trace');

  it('says every event and failure with the parameters the thread has', () => {
    for (const key of leaves(messagesFor(locale, ['trace']).trace)) expect(t(key, VALUES), key).not.toMatch(/[{}]/);
  });

  it('prefers the words for the reason, and has none for what it does not know', () => {
    const event = { kind: 'event' as const, seq: 1, code: 'queued', params: { reason: 'no-flow' }, at: 0 };
    expect(eventKey(event, t.has)).toBe('event.queued-no-flow');
    expect(eventKey({ ...event, params: { reason: 'flow' } }, t.has)).toBe('event.queued');
    expect(eventKey({ ...event, code: 'unheard-of' }, t.has)).toBeNull();
  });
});

function leaves(tree: unknown, path = ''): string[] {
  if (typeof tree !== 'object' || tree === null) return [path];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}
