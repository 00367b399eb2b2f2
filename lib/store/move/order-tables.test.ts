import { expect, test } from 'vitest';
import { orderTables } from './order-tables';

test('a table comes after those it refers to, whatever their names', () => {
  expect(orderTables(['A', 'B', 'C', 'D'], [['A', 'D'], ['D', 'C'], ['B', 'B']])).toEqual(['B', 'C', 'D', 'A']);
});

test('tables that refer to each other in a circle are named', () => {
  expect(() => orderTables(['A', 'B', 'C'], [['A', 'B'], ['B', 'A']])).toThrow('A, B');
});
