import { expect, test } from 'vitest';
import { matchesName } from './matches-name';

test.each([
  ['Réclamation, B2B d’abord', 'reclam b2b', true],
  ['Réclamation, B2B d’abord', 'b2b récl', true],
  ['Réclamation, B2B d’abord', 'b2c', false],
  ['Service client', '', true],
  ['Service client', '   ', true],
])('%s, searched for %j', (name, query, found) => {
  expect(matchesName(name, query)).toBe(found);
});
