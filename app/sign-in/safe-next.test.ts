import { expect, test } from 'vitest';
import { safeNext } from './safe-next';

test.each([
  ['/flows/abc?step=1', '/flows/abc?step=1'],
  ['/inbox', '/inbox'],
  [undefined, '/'],
  [['/inbox', '/flows'], '/'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example/', '/'],
  ['/\\elsewhere.example/', '/'],
  ['/\t/elsewhere.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['', '/'],
])('after signing in, %j leads to %j', (wanted, page) => {
  expect(safeNext(wanted)).toBe(page);
});
