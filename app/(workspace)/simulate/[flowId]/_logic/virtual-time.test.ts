import { describe, expect, test } from 'vitest';
import { countdown, instantOfWall, sundayNight, wallTime } from './virtual-time';

const at = (iso: string) => Date.parse(iso);

test.each([
  ['Europe/Paris', '2026-01-11T22:00:00Z', '2026-01-11T23:00'],
  ['Europe/Paris', '2026-07-12T21:00:00Z', '2026-07-12T23:00'],
  ['America/St_Johns', '2026-01-12T02:30:00Z', '2026-01-11T23:00'],
  ['Mars/Olympus', '2026-01-11T23:00:00Z', '2026-01-11T23:00'],
])('in %s %s is %s on the wall, and back', (zone, instant, wall) => {
  expect(wallTime(zone, at(instant))).toBe(wall);
  expect(instantOfWall(zone, wall)).toBe(at(instant));
});

test('what is no time is none', () => expect(instantOfWall('UTC', '')).toBeNull());

describe('sundayNight()', () => {
  test.each([
    ['2026-01-05T09:00:00Z', '2026-01-11T22:00:00Z', 'on a Monday'],
    ['2026-01-11T21:59:00Z', '2026-01-11T22:00:00Z', 'a minute before'],
    ['2026-01-11T22:00:00Z', '2026-01-18T22:00:00Z', 'at that very moment'],
    ['2026-01-11T23:30:00Z', '2026-01-18T22:00:00Z', 'after midnight in Paris'],
    ['2026-03-28T12:00:00Z', '2026-03-29T21:00:00Z', 'over the change to summer time'],
  ])('after %s is %s (%s)', (now, then) => expect(new Date(sundayNight('Europe/Paris', at(now))).toISOString()).toBe(new Date(then).toISOString()));
});

test.each([
  [48_000, 0, '0:48'],
  [580_000, 0, '9:40'],
  [86_340_000, 0, '23:59:00'],
  [90_000_000, 1, '01:00:00'],
])('%d ms left: %d d %s', (ms, days, rest) => expect(countdown(ms)).toEqual({ days, rest }));
