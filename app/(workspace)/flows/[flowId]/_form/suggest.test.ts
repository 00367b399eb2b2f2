import { describe, expect, it } from 'vitest';
import type { Variable } from '@/flows/document/variable';
import { checkCondition } from '@/flows/expressions/condition';
import { checkTemplate } from '@/flows/expressions/template';
import { conditionTypes } from '@/flows/expressions/variable-types';
import { suggestCondition } from './suggest-condition';
import { suggestTemplate } from './suggest-template';
import type { Suggestion } from './suggestion';

const variable = (name: string, type: Variable['type'], label: string): Variable => ({ name, type, scope: 'conversation', label: { en: label } });
const variables = [variable('orderNumber', 'text', 'Order number'), variable('total', 'number', 'Amount'), variable('tags', 'list', 'Tags'), variable('day', 'date', 'Day'), variable('pin', 'secret', 'Code')];
const known = { variables, languages: ['en'], language: 'en' };

/** `|` is the caret. */
const split = (text: string) => [text.replace('^', ''), text.indexOf('^')] as const;
const inCondition = (text: string) => suggestCondition(...split(text), known)?.items.map(({ insert }) => insert) ?? [];
const inTemplate = (text: string, secrets = false) => suggestTemplate(...split(text), { ...known, secrets })?.items.map(({ insert }) => insert) ?? [];
const write = (source: string, at: { from: number; to: number }, { insert }: Suggestion) => source.slice(0, at.from) + insert + source.slice(at.to);

describe('conditions', () => {
  it.each([
    ['ord^', ['orderNumber']],
    ['Amou^', ['total']],
    ['total > 3 && tag^', ['tags']],
    ['contact.^', ['name', 'email', 'phone']],
    ['contact.na^', ['name']],
    ['message.^', ['text']],
    ['tags.ex^', ['exists(item, )']],
    ['total.^', []],
    ['orderNumber.st^', ['startsWith()']],
    ['"orde^', []],
    ["orderNumber == 'to^", []],
    ['total^', []],
    ['siz^', ['size()']],
  ])('at %s offers %j', (text, expected) => {
    expect(inCondition(text)).toEqual(expected);
  });

  it('begins with the variables, then what is known of the customer', () => {
    expect(inCondition('^').slice(0, 9)).toEqual(['orderNumber', 'total', 'tags', 'day', 'pin', 'contact.name', 'contact.email', 'contact.phone', 'message.text']);
  });

  it('offers nothing that a condition may not say', () => {
    const types = conditionTypes(variables);
    for (const start of ['^', 'orderNumber.^', 'tags.^', 'contact.^', 'contact.name.^', 'day.^']) {
      const [source, caret] = split(start);
      const found = suggestCondition(source, caret, known);
      for (const item of found?.items ?? []) {
        const filled = write(source, found ?? { from: 0, to: 0 }, { ...item, insert: item.insert.replace('item, ', 'item, true').replace(/^(contains|startsWith|endsWith|matches)\(\)/, '$1("a")') });
        if (/^(in|has|int|double|string|timestamp|duration|size)(\(\))?$/.test(filled)) continue;
        const checked = checkCondition(filled, types);
        expect(checked.ok || checked.code === 'not-a-condition', `${filled}: ${JSON.stringify(checked)}`).toBe(true);
      }
    }
  });
});

describe('texts', () => {
  it.each([
    ['Hello {{^', [' orderNumber }}', ' total }}', ' tags }}', ' day }}', ' contact.name }}', ' contact.email }}', ' contact.phone }}', ' message.text }}']],
    ['Hello {{ ord^ }}', ['orderNumber']],
    ['Hello {{ contact.n^', ['contact.name }}']],
    ['{{ total | mo^ }}', ['money: "EUR"']],
    ['{{ day | ^ }}', ['date: "long"', 'date: "short"', 'date: "%d/%m/%Y"', 'default: ""']],
    ['{{ tags | jo^', ['join: ", " }}']],
    ['{{ total }} and ^', []],
    ['Hello ^', []],
    ['{{^{{ do', [' orderNumber }}', ' total }}', ' tags }}', ' day }}', ' contact.name }}', ' contact.email }}', ' contact.phone }}', ' message.text }}']],
    ['{^{', []],
    ['^{{', []],
    ['{{ total | plus: 1^ }}', []],
    ['{{ orderNumber ^ }}', []],
    ['{{ orderNumber^ }}', []],
  ])('at %s offers %j', (text, expected) => {
    expect(inTemplate(text)).toEqual(expected);
  });

  it('shows a secret to colleagues only', () => {
    expect(inTemplate('{{ pi^')).toEqual([]);
    expect(inTemplate('{{ pi^', true)).toEqual(['pin }}']);
  });

  it('offers the secrets of the workspace where they may stand, by key and by name', () => {
    const offered = (text: string, keys: { key: string; name: string }[]) => suggestTemplate(...split(text), { ...known, secrets: true, keys })?.items ?? [];
    const keys = [{ key: 'shop', name: 'Order system' }];
    expect(offered('Bearer {{ secr^', keys).map(({ insert }) => insert)).toEqual(['secrets.shop }}']);
    expect(offered('Bearer {{ Order s^', keys)).toEqual([]);
    expect(offered('Bearer {{ sh^', keys)).toMatchObject([{ insert: 'secrets.shop }}', label: 'Order system' }]);
    expect(offered('Bearer {{ secr^', [])).toEqual([]);
  });

  it('offers only what a text may say', () => {
    for (const start of ['{{ ^', '{{ total | ^', '{{ day | ^', '{{ tags | ^', '{{ orderNumber | ^']) {
      const [source, caret] = split(start);
      const found = suggestTemplate(source, caret, { ...known, secrets: true });
      expect(found?.items.length).toBeGreaterThan(1);
      for (const item of found?.items ?? []) expect(checkTemplate(write(source, found ?? { from: 0, to: 0 }, item)), item.insert).toEqual({ ok: true });
    }
  });
});
