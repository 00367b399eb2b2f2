import { expect, test } from 'vitest';
import { translator } from './translator';

test('it says a text with its values in the language asked for', () => {
  expect(translator('fr', 'flows')('steps', { count: 1 })).toBe('1 étape');
  expect(translator('fr', 'flows')('steps', { count: 18 })).toBe('18 étapes');
  expect(translator('en', 'flows')('steps', { count: 1 })).toBe('1 step');
});

test('it reaches inside and knows what it has', () => {
  const t = translator('fr', 'common');
  expect(t('time.yesterday')).toBe('hier');
  expect(t.has('time.yesterday')).toBe(true);
  expect(t.has('time.tomorrow')).toBe(false);
});

test('a key nobody has throws instead of being shown', () => {
  expect(() => translator('en', 'common')('nowhere')).toThrow('nowhere');
});
