import { expect, test } from 'vitest';
import { formatDay, formatNumber, formatTime, relativeAge } from './format';

const NOON = new Date(2026, 10, 12, 12, 0, 0);
const before = (seconds: number): number => Number(NOON) - seconds * 1000;

test.each([
  [0, { key: 'now', count: 0 }],
  [-5, { key: 'now', count: 0 }],
  [4, { key: 'seconds', count: 4 }],
  [59, { key: 'seconds', count: 59 }],
  [60, { key: 'minutes', count: 1 }],
  [3599, { key: 'minutes', count: 59 }],
  [7200, { key: 'hours', count: 2 }],
  [86_400, { key: 'yesterday', count: 1 }],
  [36 * 3600 + 1, null],
])('%i seconds ago', (seconds, age) => {
  expect(relativeAge(before(seconds), NOON)).toEqual(age);
});

test('dates say the year only when it is another one', () => {
  expect(formatDay(NOON, NOON, 'fr')).toBe('12 nov.');
  expect(formatDay(NOON, NOON, 'en')).toBe('12 Nov');
  expect(formatDay(new Date(2025, 10, 12), NOON, 'fr')).toBe('12 nov. 2025');
});

test('times have 24 hours and numbers their own separators', () => {
  const afternoon = new Date(2026, 10, 12, 14, 32);
  expect(formatTime(afternoon, 'fr')).toBe('14:32');
  expect(formatTime(afternoon, 'en')).toBe('14:32');
  expect(formatTime(new Date(2026, 10, 12, 0, 5), 'en')).toBe('00:05');
  expect(formatNumber(1386, 'fr')).toBe('1\u202f386');
  expect(formatNumber(1386, 'en')).toBe('1,386');
});
