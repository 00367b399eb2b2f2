import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../document/json';
import { checkTemplate, renderTemplate, templateNames } from './template';

interface HostileCase {
  name: string;
  template: string;
  expect: 'refused' | 'limit-exceeded' | { text: string };
}
// JSON.parse, not an import: only it makes an own property of "__proto__".
const { environment, cases } = JSON.parse(readFileSync(new URL('./hostile-templates.json', import.meta.url), 'utf8')) as { environment: JsonObject; cases: HostileCase[] };
const options = { locale: 'en', limits: { textLength: 4096 } };
const render = (source: string, values: JsonObject = {}, locale = 'en') => renderTemplate(source, values, { ...options, locale });

describe('hostile templates', () => {
  it('are sixty at least', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  it.each(cases)('$name', ({ template, expect: outcome }) => {
    const before = JSON.stringify(environment);
    const checked = checkTemplate(template);
    const rendered = renderTemplate(template, environment, options);
    if (outcome === 'refused') {
      expect(checked.ok).toBe(false);
      expect(rendered).toMatchObject({ ok: false, code: 'expression-failed' });
    } else if (outcome === 'limit-exceeded') {
      expect(checked).toEqual({ ok: true });
      expect(rendered).toMatchObject({ ok: false, code: 'limit-exceeded' });
    } else {
      expect(checked).toEqual({ ok: true });
      expect(rendered).toEqual({ ok: true, text: outcome.text });
    }
    expect(JSON.stringify(environment)).toBe(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('templates', () => {
  it.each<[string, JsonObject, string]>([
    ['Bonjour', {}, 'Bonjour'],
    ['Hello {{ contact.name | default: "you" }}!', { contact: { name: 'Ada' } }, 'Hello Ada!'],
    ['Hello {{ contact.name | default: "you" }}!', {}, 'Hello you!'],
    ['{% if order.late %}late{% elsif order %}in time{% else %}none{% endif %}', { order: { late: false } }, 'in time'],
    ['{% unless a %}no{% endunless %}{% case b %}{% when 1, 2 %}few{% else %}many{% endcase %}', { b: 2 }, 'nofew'],
    ['{% for line in lines %}{{ forloop.index }}. {{ line }}{% unless forloop.last %}; {% endunless %}{% endfor %}', { lines: ['a', 'b'] }, '1. a; 2. b'],
    ['{% for i in (1..5) %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}', {}, '13'],
    ['{% assign n = price | times: 2 | plus: 1 %}{{ n }}', { price: 2.5 }, '6'],
    ['{% capture full %}{{ a }} {{ b }}{% endcapture %}{{ full | upcase }}', { a: 'x', b: 'y' }, 'X Y'],
    ['{{ list | join: ", " }} ({{ list | size }}, {{ list.first }}, {{ list.last }}, {{ list[1] }})', { list: ['a', 'b', 'c'] }, 'a, b, c (3, a, c, b)'],
    ['{{ orders | where: "open" | map: "id" | join: "+" }}', { orders: [{ id: 1, open: true }, { id: 2 }, { id: 3, open: true }] }, '1+3'],
    ['{{ words | sort | uniq | join: " " }}', { words: ['b', 'a', 'b'] }, 'a b'],
    ['{% if text contains "urgent" %}!{% endif %}{% if tags contains "vip" %}*{% endif %}', { text: 'very urgent', tags: ['vip'] }, '!*'],
    ['{{ url | url_encode }}', { url: 'a b&é' }, 'a%20b%26%C3%A9'],
    ['{{ missing.deep.path }}.', {}, '.'],
    ['{{ thing }}.', { thing: { a: 1 } }, '.'],
    ['{{ "abcdef" | truncate: 4 }} {{ "one two three" | truncatewords: 2 }}', {}, 'abc… one two…'],
  ])('%s', (source, values, text) => {
    expect(render(source, values)).toEqual({ ok: true, text });
  });

  it('writes dates and numbers in the customer\'s language', () => {
    const values = { at: '2026-03-29T01:30:00Z', price: 1234567.891 };
    expect(render('{{ at | date: "long", "Europe/Paris" }}, {{ price | number: 2 }}, {{ price | money: "EUR" }}', values, 'fr')).toEqual({
      ok: true,
      text: '29 mars 2026, 1\u202f234\u202f567,89, 1\u202f234\u202f567,89\u00a0€',
    });
    expect(render('{{ at | date: "date-time", "Europe/Paris" }}, {{ price | number: 2 }}, {{ price | money: "CAD" }}', values)).toEqual({
      ok: true,
      text: '29 March 2026, 3:30\u202fAM, 1,234,567.89, $1,234,567.89',
    });
  });

  it('says where a template is wrong', () => {
    expect(checkTemplate('Hello {% include "x" %}')).toMatchObject({ ok: false, code: 'syntax', at: 6 });
    expect(checkTemplate('Hello {{ a | nothing }}')).toMatchObject({ ok: false, code: 'syntax', message: expect.stringContaining('nothing') as string });
  });

  it('refuses a plain text that is longer than a message may be', () => {
    expect(render('x'.repeat(5000))).toMatchObject({ ok: false, code: 'limit-exceeded' });
  });
});

describe('templateNames()', () => {
  it.each([
    ['plain', []],
    ['{{ contact.name }} {{ total | plus: extra }}', ['contact', 'total', 'extra']],
    ['{% assign x = a %}{{ x }}{% for i in items %}{{ i.name }}{{ forloop.index }}{% endfor %}', ['a', 'items']],
    ['{% if a == b %}{% elsif c %}{% endif %}{% capture y %}{{ d }}{% endcapture %}{{ y }}{{ e[f] }}', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['{{ broken', []],
  ])('%s', (source, names) => expect(templateNames(source).sort()).toEqual([...names].sort()));
});
