import { expect, it } from 'vitest';
import type { FlowNode } from '@/flows/document/flow-document';
import { variablesNamed } from './variables-named';

const step = (type: string, data: unknown): FlowNode => ({ id: 'x', type, version: 1, title: {}, position: { x: 0, y: 0 }, data: data as FlowNode['data'] });

it('finds what texts, rows and expressions name, in every language', () => {
  const message = step('message', { message: { parts: [{ kind: 'text', text: { en: 'Hello {{ contact.name }}', fr: 'Commande {{ order | upcase }}' } }] } });
  const condition = step('condition', {
    cases: [
      { id: 'a', name: { en: 'A' }, match: 'all', tests: [{ variable: 'total', operator: 'is', value: 3 }], expression: null },
      { id: 'b', name: { en: 'B' }, match: 'all', tests: [], expression: 'city == "Paris" && tags.exists(tag, tag == "vip")' },
    ],
  });
  expect([...variablesNamed([message, condition])].sort()).toEqual(['city', 'contact', 'order', 'tags', 'total']);
});

it('finds nothing in a step that its type refuses, or whose type nobody knows', () => {
  expect([...variablesNamed([step('message', { message: 3 }), step('rocket', { fuel: '{{ order }}' })])]).toEqual([]);
});
