import { expect, it } from 'vitest';
import { hostSlots } from './host-slots';

const never = () => new Promise<void>(() => undefined);
const soon = () => new Promise((resolve) => setImmediate(resolve));

it('a host that hangs keeps four slots, and the others go on', () => {
  const slots = hostSlots();
  const begun: string[] = [];
  const ask = (host: string) => slots.take(host, () => (begun.push(host), never()));
  for (let count = 0; count < 20; count += 1) ask('slow');
  for (let count = 0; count < 4; count += 1) ask('other');
  expect(begun.filter((host) => host === 'slow')).toHaveLength(4);
  expect(begun.filter((host) => host === 'other')).toHaveLength(4);
});

it('of one host eight more wait, the rest is told to come again', () => {
  const slots = hostSlots();
  const taken = Array.from({ length: 20 }, () => slots.take('slow', never));
  expect(taken.filter(Boolean)).toHaveLength(12);
});

it('runs sixteen at once and takes sixty-four on', () => {
  const slots = hostSlots();
  let begun = 0;
  for (let count = 0; count < 64; count += 1) {
    expect(slots.full()).toBe(false);
    slots.take(`host-${count}`, () => ((begun += 1), never()));
  }
  expect(begun).toBe(16);
  expect(slots.full()).toBe(true);
});

it('begins what waits when something ends, and nothing after it was cleared', async () => {
  const slots = hostSlots();
  const ends: (() => void)[] = [];
  let begun = 0;
  for (let count = 0; count < 6; count += 1) slots.take('one', () => ((begun += 1), new Promise((resolve) => ends.push(resolve))));
  expect(begun).toBe(4);
  ends[0]?.();
  await soon();
  expect(begun).toBe(5);
  slots.clear();
  ends[1]?.();
  await soon();
  expect(begun).toBe(5);
});
