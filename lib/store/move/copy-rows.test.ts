import { expect, test } from 'vitest';
import { columnType } from './column-types';
import { copyLines } from './copy-rows';
import { MoveRefusal } from './move-refusal';

const table = (type: string) => ({ name: 'T', columns: [{ name: 'id', type: columnType('text') }, { name: 'value', type: columnType(type) }], key: ['id'] });

test.each([
  ['text', 'a\tb\nc\rd\\N', 'a\\tb\\nc\\rd\\\\N'],
  ['text', '', ''],
  ['text', null, '\\N'],
  ['bigint', Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ['integer', -2_147_483_648, '-2147483648'],
  ['boolean', 1, 't'],
  ['boolean', 0, 'f'],
  ['timestamp without time zone', '2026-03-29 01:30:00', '2026-03-29T01:30:00.000Z'],
  ['timestamp without time zone', '2026-03-29T01:30:00.125+02:00', '2026-03-28T23:30:00.125Z'],
  ['timestamp with time zone', 0, '1970-01-01T00:00:00.000Z'],
] as const)('%s: %j is written as %j', (type, value, line) => {
  expect(copyLines(table(type), [['k', value]]).toString()).toBe(`k\t${line}\n`);
});

test.each([
  ['text', 1, 'wrongType'],
  ['integer', 2_147_483_648, 'outOfRange'],
  ['integer', 1.5, 'wrongType'],
  ['bigint', 2 ** 53, 'outOfRange'],
  ['boolean', 2, 'wrongType'],
  ['boolean', 'true', 'wrongType'],
  ['timestamp without time zone', 'soon', 'wrongType'],
  ['timestamp without time zone', 8.64e15, 'outOfRange'],
] as const)('%s: %j is refused', (type, value, why) => {
  const refusal = new MoveRefusal({ reason: 'unstorable', why, table: 'T', column: 'value', key: 'k' });
  expect(() => copyLines(table(type), [['fine', null], ['k', value]])).toThrow(refusal);
});
