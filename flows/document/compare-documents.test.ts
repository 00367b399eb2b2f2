import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json';
import { compareDocuments, isSameFlow } from './compare-documents';
import { edgeId, emptyDocument, type FlowDocument } from './flow-document';
import type { JsonObject } from './json';
import { keepLanguages } from './keep-languages';
import { applyOperation } from './operations';
import { operationsBetween } from './operations-between';

const step = (id: string, data: JsonObject = {}, more: Partial<FlowDocument['nodes'][string]> = {}) => ({
  id, type: 'message', version: 1, title: { en: id }, position: { x: 0, y: 0 }, data, ...more,
});
function flow(nodes: ReturnType<typeof step>[], links: [string, string, string][] = [], more: Partial<FlowDocument> = {}): FlowDocument {
  return {
    ...emptyDocument('F', ['fr', 'en']),
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    edges: Object.fromEntries(links.map(([from, port, to]) => [edgeId(from, port), { from, port, to }])),
    ...more,
  };
}

const shipped = (id: string, event = 'order.shipped') => ({ id, type: 'api-event' as const, event, variables: {} });

describe('triggers', () => {
  const before = flow([step('a')], [], { triggers: [shipped('t1'), shipped('t2', 'order.late'), shipped('t3', 'cart-left')] });

  it('are told added, changed and removed', () => {
    const diff = compareDocuments(before, flow([step('a')], [], { triggers: [shipped('t1', 'order.sent'), shipped('t3', 'cart-left'), shipped('t4')] }));
    expect(diff.triggers.map(({ id, before: old, after }) => [id, old !== null, after !== null])).toEqual([['t1', true, true], ['t4', false, true], ['t2', true, false]]);
    expect(isSameFlow(diff)).toBe(false);
  });

  it.each([
    ['changed, gone and new', [shipped('t1', 'order.sent'), shipped('t4'), shipped('t3', 'cart-left')]],
    ['in another order', [shipped('t3', 'cart-left'), shipped('t1'), shipped('t2', 'order.late')]],
    ['none', []],
  ])('are put in place of others by operations: %s', (_label, triggers) => {
    const after = flow([step('a')], [], { triggers });
    const operation = operationsBetween(before, after);
    const applied = operation && applyOperation(before, operation);
    if (!applied?.ok) throw new Error('does not apply');
    expect(applied.document).toEqual(after);
    const undone = applyOperation(after, applied.inverse);
    expect(undone.ok && undone.document).toEqual(before);
  });
});

describe('compareDocuments', () => {
  it('ignores where cards stand', () => {
    const diff = compareDocuments(flow([step('a')]), flow([step('a', {}, { position: { x: 9, y: 9 } })]));
    expect(isSameFlow(diff)).toBe(true);
  });

  it('tells steps added, removed, changed field by field, and links that lead elsewhere', () => {
    const before = flow([step('a', { text: { fr: 'Un', en: 'One' }, keep: [1, 2] }), step('b'), step('c')], [['a', 'next', 'b'], ['b', 'next', 'c']]);
    const after = flow([step('a', { text: { fr: 'Une', en: 'One' }, keep: [1, 3, 4] }), step('c'), step('d')], [['a', 'next', 'd'], ['d', 'next', 'c'], ['c', 'again', 'a']], { name: 'G' });
    expect(compareDocuments(before, after)).toEqual({
      added: ['d'],
      removed: ['b'],
      changed: [
        {
          id: 'a',
          fields: [
            { path: ['data', 'text', 'fr'], before: 'Un', after: 'Une' },
            { path: ['data', 'keep', 1], before: 2, after: 3 },
            { path: ['data', 'keep', 2], before: undefined, after: 4 },
          ],
        },
      ],
      rewired: [
        { from: 'a', port: 'next', before: 'b', after: 'd' },
        { from: 'c', port: 'again', before: null, after: 'a' },
      ],
      document: [{ path: 'name', before: 'F', after: 'G' }],
      triggers: [],
    });
  });

  it('follows options by their ids: one put in the middle changes none of the others', () => {
    const options = [{ id: 'x', label: 'X' }, { id: 'y', label: 'Y' }];
    const more = [{ id: 'x', label: 'X' }, { id: 'z', label: 'Z' }, { id: 'y', label: 'Why' }];
    const { changed } = compareDocuments(flow([step('a', { options })]), flow([step('a', { options: more })]));
    expect(changed[0]?.fields).toEqual([
      { path: ['data', 'options', 2, 'label'], before: 'Y', after: 'Why' },
      { path: ['data', 'options', 1], before: undefined, after: { id: 'z', label: 'Z' } },
    ]);
    const turned = compareDocuments(flow([step('a', { options })]), flow([step('a', { options: options.toReversed() })]));
    expect(turned.changed[0]?.fields.map(({ path }) => path)).toEqual([['data', 'options']]);
  });
});

/** Small flows that differ in every way two can. */
const flows = fc.record({
  steps: fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), type: fc.constantFrom('message', 'close'), version: fc.constantFrom(1, 2), x: fc.integer({ min: 0, max: 3 }), text: fc.constantFrom('t', 'u') }), { selector: ({ id }) => id }),
  links: fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('next', 'other'), fc.constantFrom('a', 'b', 'c', 'd')), { selector: ([from, port]) => `${from}/${port}` }),
  name: fc.constantFrom('F', 'G'),
}).map(({ steps, links, name }) => {
  const ids = new Set<string>(steps.map(({ id }) => id));
  return flow(steps.map(({ id, type, version, x, text }) => step(id, { text }, { type, version, position: { x, y: 0 } })), links.filter(([from, , to]) => ids.has(from) && ids.has(to)), { name });
});

describe('operationsBetween', () => {
  it('turns any flow into any other, and its inverse takes it back', () => {
    fc.assert(
      fc.property(flows, flows, (from, to) => {
        const batch = operationsBetween(from, to);
        if (!batch) {
          expect(canonicalJson(from)).toBe(canonicalJson(to));
          return;
        }
        const there = applyOperation(from, batch);
        if (!there.ok) throw new Error(there.message);
        expect(canonicalJson(there.document)).toBe(canonicalJson(to));
        const back = applyOperation(there.document, there.inverse);
        expect(back.ok && canonicalJson(back.document)).toBe(canonicalJson(from));
      }),
      { numRuns: 500 },
    );
  });
});

describe('keepLanguages', () => {
  const document = flow([step('a', { text: { fr: 'Un', en: 'One' }, codes: { fr: 'x', other: 'y' } }, { title: { fr: 'A', en: 'B' } })]);

  it('keeps the wanted languages in the wanted order and takes the other texts out', () => {
    expect(keepLanguages(document, ['en', 'fr']).languages).toEqual(['en', 'fr']);
    const french = keepLanguages(document, ['de', 'fr-CA']);
    expect(french.languages).toEqual(['fr']);
    expect(french.nodes['a']).toMatchObject({ title: { fr: 'A' }, data: { text: { fr: 'Un' }, codes: { fr: 'x', other: 'y' } } });
    expect(canonicalJson(french)).not.toContain('One');
  });

  it('leaves a document that speaks none of them as it is', () => expect(keepLanguages(document, ['de'])).toBe(document));
});
