import { expect, test } from 'vitest';
import { triggerInput } from '@/flows/engine/trigger-input';
import { eventData } from './event-data';

const trigger = {
  id: 't1', type: 'api-event' as const, event: 'order.shipped',
  variables: {
    number: { path: 'order.number', type: 'text' as const },
    days: { path: 'order.days', type: 'number' as const },
    first: { path: 'order.lines.0.name', type: 'text' as const },
    gift: { path: 'gift', type: 'boolean' as const },
  },
};

test('what is typed is sent where the trigger looks for it, and is read back as typed', () => {
  const data = eventData(trigger, { number: ' 4711 ', days: '2', first: 'Lamp', gift: 'true' });
  expect(data).toEqual({ order: { number: '4711', days: 2, lines: [{ name: 'Lamp' }] }, gift: true });
  expect(triggerInput(trigger, data)).toEqual({ ok: true, input: { number: '4711', days: 2, first: 'Lamp', gift: true } });
});

test('nothing typed is not sent, and what does not fit is sent as it is', () => {
  expect(eventData(trigger, { number: '', days: 'soon' })).toEqual({ order: { days: 'soon' } });
  expect(triggerInput(trigger, { order: { days: 'soon' } })).toEqual({ ok: false, variable: 'days', path: 'order.days', type: 'number' });
});
