import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../document/json';
import { checkCondition, checkExpression, evaluateCondition, evaluateExpression, namesRead } from './condition';
import { conditionTypes } from './variable-types';

interface HostileCase {
  name: string;
  condition: string;
  expect: 'refused' | 'expression-failed' | 'limit-exceeded' | boolean;
}
const hostile = JSON.parse(readFileSync(new URL('./hostile-conditions.json', import.meta.url), 'utf8')) as { environment: JsonObject; cases: HostileCase[] };

const values: JsonObject = { n: 3, half: 0.5, name: 'Ada', vip: true, tags: ['vip', 'fr'], order: { total: 120, at: '2026-01-05T23:30:00Z' }, orders: [{ total: 10 }, { total: 200 }] };

describe('conditions', () => {
  it.each<[string, boolean]>([
    ['true', true],
    ['n == 3 && name == "Ada"', true],
    ['n + 1 == 4', true],
    ['n * 2 - 1 > 4', true],
    ['1 + n == 4', true],
    ['n % 2 == 1', true],
    ['half + half == 1', true],
    ['-n < 0 && !(n > 5)', true],
    ['order.total >= 100 ? vip : false', true],
    ['order["total"] == 120', true],
    ['has(order.total) && !has(order.coupon)', true],
    ['"vip" in tags && tags.size() == 2', true],
    ['size(name) == 3', true],
    ['orders.exists(o, o.total > 100)', true],
    ['orders.all(o, o.total > 100)', false],
    ['orders.filter(o, o.total > 100).map(o, o.total) == [200]', true],
    ['orders.exists(o, tags.exists(t, t == "fr" && o.total == 10))', true],
    ['name.startsWith("A") && name.lowerAscii().contains("da")', true],
    ['name.matches("^[A-Z][a-z]+$")', true],
    ['name.matches("^a")', false],
    ['timestamp(order.at).getHours() == 23', true],
    ['timestamp(order.at) + duration("1h") > timestamp("2026-01-06")', true],
    ['"quote \\" and \\n" == "quote \\" and \\n"', true],
    ['[1, 2.5, "x"].size() == 3', true],
    ['{"a": 1}.a == 1', true],
    ['null == null', true],
  ])('%s', (source, value) => {
    expect(checkCondition(source)).toEqual({ ok: true });
    expect(evaluateCondition(source, values)).toEqual({ ok: true, value });
  });

  it('fails where a variable or key is missing', () => {
    expect(evaluateCondition('missing == 1', values)).toMatchObject({ ok: false, code: 'expression-failed' });
    expect(evaluateCondition('order.missing == 1', values)).toMatchObject({ ok: false, code: 'expression-failed' });
    expect(evaluateCondition('name', values)).toMatchObject({ ok: false, code: 'expression-failed', detail: 'neither true nor false' });
  });

  it('checks types when it knows them, and says where', () => {
    const types = { n: 'number', name: 'string', tags: 'list', at: 'instant' } as const;
    expect(checkCondition('n > 2 && name == "x" && at > timestamp("2026-01-01")', types)).toEqual({ ok: true });
    expect(checkCondition('n > "x"', types)).toMatchObject({ ok: false, code: 'type', at: 0 });
    expect(checkCondition('nope == 1', types)).toMatchObject({ ok: false, code: 'type', message: expect.stringContaining('nope') as string });
    expect(checkCondition('n + 1', types)).toMatchObject({ ok: false, code: 'not-a-condition' });
    expect(checkCondition('n >', types)).toMatchObject({ ok: false, code: 'syntax' });
    expect(checkCondition('  name.base64()', types)).toMatchObject({ ok: false, code: 'not-allowed', at: 2 });
  });
});

describe('conditions over declared variables', () => {
  const types = conditionTypes([
    { name: 'total', type: 'number', scope: 'conversation', label: {} },
    { name: 'born', type: 'date', scope: 'contact', label: {} },
    { name: 'tags', type: 'list', scope: 'conversation', label: {} },
    { name: 'order', type: 'object', scope: 'conversation', label: {} },
    { name: 'vip', type: 'boolean', scope: 'conversation', label: {} },
  ]);

  it.each([
    'total == 3', 'total != 3', 'total > 3 && total <= 4.5', 'total == null || total + 1 > 3', 'born < "2008-01-01"', 'born != null', '"x" in tags', 'tags == null',
    'order.lines.size() > 2', 'vip == null ? false : vip', 'total == null ? true : (total > 3 ? total : 0) == 1', 'total in [1, 2]', 'contact.attributes.tier == "gold"', 'message.text.contains("hi")',
  ])('takes %s', (source) => expect(checkCondition(source, types)).toEqual({ ok: true }));

  it.each([
    ['total == "3"', 'type'], ['vip > 1', 'type'], ['born + 1 == 2', 'type'], ['missing == 1', 'type'], ['total', 'not-a-condition'], ['tags', 'not-a-condition'],
  ])('refuses %s', (source, code) => expect(checkCondition(source, types)).toMatchObject({ ok: false, code }));

  it('knows what an expression gives', () => {
    const given = (source: string) => {
      const checked = checkExpression(source, types);
      return checked.ok ? checked.type : checked.code;
    };
    expect(['total * 2', 'size(tags)', 'born', 'vip && true', '[1, total]', '{"a": 1}', 'order.x', 'timestamp(born)', 'total +'].map(given)).toEqual([
      'number', 'number', 'string', 'boolean', 'list', 'map', undefined, 'instant', 'syntax',
    ]);
  });

  it('gives plain JSON', () => {
    const run = (source: string) => evaluateExpression(source, { total: 4, tags: ['a', 'b'], none: null });
    expect(run('total + 1')).toEqual({ ok: true, value: 5 });
    expect(run('size(tags)')).toEqual({ ok: true, value: 2 });
    expect(run('{"n": [1, total], "at": timestamp("2026-01-05")}')).toEqual({ ok: true, value: { n: [1, 4], at: '2026-01-05T00:00:00.000Z' } });
    expect(run('tags.map(t, t + "!")')).toEqual({ ok: true, value: ['a!', 'b!'] });
    expect(run('none')).toEqual({ ok: true, value: null });
    expect(run('none == null ? 1 : none + 1')).toEqual({ ok: true, value: 1 });
    expect(run('total == null ? 1 : total + 1')).toEqual({ ok: true, value: 5 });
    for (const source of ['none + 1', 'missing', '0.0 / 0.0', 'total.base64()']) expect(run(source)).toMatchObject({ ok: false, code: 'expression-failed' });
  });

  it('tells which names are read', () => {
    expect(namesRead('a.b == 1 && list.exists(x, x == y) && has(c.d) && {"k": e}["k"] == [f][0] ? -g : !h')?.sort()).toEqual(['a', 'c', 'e', 'f', 'g', 'h', 'list', 'y']);
    expect(namesRead('x > 1 && xs.all(x, x > 2)')?.sort()).toEqual(['x', 'xs']);
    expect(namesRead('a ==')).toBeUndefined();
  });
});

describe('hostile conditions', () => {
  it.each(hostile.cases)('$name', ({ condition, expect: outcome }) => {
    const checked = checkCondition(condition);
    const result = evaluateCondition(condition, hostile.environment);
    if (outcome === 'refused') {
      expect(checked.ok).toBe(false);
      expect(result).toMatchObject({ ok: false, code: 'expression-failed' });
    } else {
      expect(checked).toEqual({ ok: true });
      if (typeof outcome === 'boolean') expect(result).toEqual({ ok: true, value: outcome });
      else expect(result).toMatchObject({ ok: false, code: outcome });
    }
  }, 2000);
});
