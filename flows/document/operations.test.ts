import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json';
import { type FlowDocument, type FlowNode, emptyDocument, flowDocumentSchema } from './flow-document';
import type { Json } from './json';
import { MOST_NODES } from './document-limits';
import { type Operation, applyOperation, operationSchema } from './operations';
import { VARIABLE_TYPES, type Variable } from './variable';

const node = (id: string, data: FlowNode['data'] = {}): FlowNode => ({ id, type: 'message', version: 1, title: { en: id }, position: { x: 0, y: 0 }, data });

function apply(document: FlowDocument, ...operations: Operation[]): FlowDocument {
  return operations.reduce((current, operation) => {
    const applied = applyOperation(current, operation);
    if (!applied.ok) throw new Error(`${operation.kind}: ${applied.message}`);
    return applied.document;
  }, document);
}

const variable = (name: string, type: Variable['type'] = 'number'): Variable => ({ name, type, scope: 'conversation', label: { en: name } });

const small = apply(
  emptyDocument('Test', ['en', 'fr']),
  { kind: 'node.add', node: node('a') },
  { kind: 'node.add', node: node('b', { list: [1, { deep: 'x' }], text: 'hello' }) },
  { kind: 'edge.set', from: 'a', port: 'next', to: 'b' },
  { kind: 'edge.set', from: 'b', port: 'option:1', to: 'a' },
);

describe('applyOperation', () => {
  it.each<[string, Operation, (document: FlowDocument) => unknown, unknown]>([
    ['moves', { kind: 'node.move', id: 'a', position: { x: 5, y: -5 } }, (d) => d.nodes.a?.position, { x: 5, y: -5 }],
    ['writes a title', { kind: 'node.set', id: 'a', path: ['title', 'fr'], value: 'Début' }, (d) => d.nodes.a?.title, { en: 'a', fr: 'Début' }],
    ['writes whole data', { kind: 'node.set', id: 'a', path: ['data'], value: { x: 1 } }, (d) => d.nodes.a?.data, { x: 1 }],
    ['writes deep in a list', { kind: 'node.set', id: 'b', path: ['data', 'list', 1, 'deep'], value: 'y' }, (d) => d.nodes.b?.data.list, [1, { deep: 'y' }]],
    ['appends to a list', { kind: 'node.set', id: 'b', path: ['data', 'list', 2], value: 3 }, (d) => d.nodes.b?.data.list, [1, { deep: 'x' }, 3]],
    ['takes the last of a list', { kind: 'node.set', id: 'b', path: ['data', 'list', 1] }, (d) => d.nodes.b?.data.list, [1]],
    ['unsets a field', { kind: 'node.set', id: 'b', path: ['data', 'text'] }, (d) => d.nodes.b?.data, { list: [1, { deep: 'x' }] }],
    ['unsets what is not there', { kind: 'node.set', id: 'b', path: ['data', 'none'] }, (d) => d, small],
    ['unlinks', { kind: 'edge.set', from: 'a', port: 'next', to: null }, (d) => Object.keys(d.edges), ['b/option:1']],
    ['relinks', { kind: 'edge.set', from: 'a', port: 'next', to: 'a' }, (d) => d.edges['a/next']?.to, 'a'],
    ['removes with its links', { kind: 'node.remove', id: 'b' }, (d) => [Object.keys(d.nodes), d.edges], [['a'], {}]],
    ['renames', { kind: 'document.set', path: 'name', value: 'Other' }, (d) => d.name, 'Other'],
    ['declares variables', { kind: 'document.set', path: 'variables', value: [variable('total')] }, (d) => d.variables.map(({ name }) => name), ['total']],
    ['sets languages', { kind: 'document.set', path: 'languages', value: ['fr'] }, (d) => d.languages, ['fr']],
  ])('%s, and back', (_, operation, read, expected) => {
    const applied = applyOperation(small, operation);
    if (!applied.ok) throw new Error(applied.message);
    expect(read(applied.document)).toEqual(expected);
    expect(apply(applied.document, applied.inverse)).toEqual(small);
  });

  it.each<[string, Operation]>([
    ['node-exists', { kind: 'node.add', node: node('a') }],
    ['node-missing', { kind: 'node.remove', id: 'zz' }],
    ['node-missing', { kind: 'node.move', id: 'constructor', position: { x: 0, y: 0 } }],
    ['node-missing', { kind: 'edge.set', from: 'a', port: 'next', to: 'zz' }],
    ['path-missing', { kind: 'node.set', id: 'b', path: ['data', 'none', 'deep'], value: 1 }],
    ['path-missing', { kind: 'node.set', id: 'b', path: ['data', 'list', 9], value: 1 }],
    ['path-missing', { kind: 'node.set', id: 'b', path: ['data', 'list', 0] }],
    ['path-missing', { kind: 'node.set', id: 'b', path: ['data', '__proto__', 'polluted'], value: 1 }],
    ['path-missing', { kind: 'node.set', id: 'b', path: ['data', 'text', 'length'], value: 1 }],
    ['path-missing', { kind: 'node.set', id: 'b', path: ['type'], value: 'close' }],
    ['path-missing', { kind: 'node.set', id: 'b', path: ['data'] }],
    ['value-refused', { kind: 'node.set', id: 'b', path: ['title', 'en'], value: 3 }],
    ['value-refused', { kind: 'node.set', id: 'b', path: ['title', 'not a language'], value: 'x' }],
    ['value-refused', { kind: 'node.set', id: 'b', path: ['data'], value: [] }],
    ['value-refused', { kind: 'document.set', path: 'name', value: '' }],
    ['value-refused', { kind: 'document.set', path: 'languages', value: [] }],
    ['value-refused', { kind: 'document.set', path: 'variables', value: [variable('Total')] }],
    ['value-refused', { kind: 'document.set', path: 'variables', value: [variable('contact')] }],
    ['value-refused', { kind: 'document.set', path: 'variables', value: [variable('relaisStep')] }],
    ['value-refused', { kind: 'document.set', path: 'variables', value: [{ ...variable('total'), type: 'money' }] }],
  ])('refuses: %s %j', (code, operation) => {
    expect(applyOperation(small, operation)).toMatchObject({ ok: false, code });
  });

  it('applies all of a batch or nothing', () => {
    const broken: Operation = { kind: 'batch', operations: [{ kind: 'node.remove', id: 'a' }, { kind: 'node.move', id: 'a', position: { x: 1, y: 1 } }] };
    const before = canonicalJson(small as unknown as Json);
    expect(applyOperation(small, broken)).toMatchObject({ ok: false, code: 'node-missing' });
    expect(canonicalJson(small as unknown as Json)).toBe(before);
  });

  it('shares what did not change', () => {
    const changed = apply(small, { kind: 'node.set', id: 'b', path: ['data', 'text'], value: 'bye' });
    expect(changed.nodes.a).toBe(small.nodes.a);
    expect(changed.edges).toBe(small.edges);
    expect(changed.nodes.b?.data.list).toBe(small.nodes.b?.data.list);
  });

  it('stops at the largest flow', () => {
    const nodes = Object.fromEntries(Array.from({ length: MOST_NODES }, (_, index) => [`n${index}`, node(`n${index}`)]));
    expect(applyOperation({ ...emptyDocument('Big', ['en']), nodes }, { kind: 'node.add', node: node('one-more') })).toMatchObject({ ok: false, code: 'too-many-nodes' });
  });
});

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const ports = fc.constantFrom('next', 'no-match', 'option:1', 'option:2');
const position = fc.record({ x: fc.integer({ min: -1000, max: 1000 }), y: fc.integer({ min: -1000, max: 1000 }) });
const values = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
const path = fc.oneof(
  fc.tuple(fc.constant('title'), fc.constantFrom('en', 'fr')),
  fc.tuple(fc.constant('data'), fc.constantFrom('p', 'q')),
  fc.tuple(fc.constant('data'), fc.constantFrom('p', 'q'), fc.oneof(fc.constantFrom('p', 'q'), fc.nat({ max: 3 }))),
);
const simple = fc.oneof(
  fc.record({ kind: fc.constant('node.add' as const), node: fc.tuple(ids, position, fc.dictionary(fc.constantFrom('p', 'q'), values)).map(([id, at, data]) => ({ ...node(id, data), position: at })) }),
  fc.record({ kind: fc.constant('node.remove' as const), id: ids }),
  fc.record({ kind: fc.constant('node.move' as const), id: ids, position }),
  fc.record({ kind: fc.constant('node.set' as const), id: ids, path, value: fc.oneof(values, fc.string()) }),
  fc.record({ kind: fc.constant('node.set' as const), id: ids, path }),
  fc.record({ kind: fc.constant('edge.set' as const), from: ids, port: ports, to: fc.option(ids) }),
  fc.record({
    kind: fc.constant('document.set' as const),
    path: fc.constant('variables' as const),
    value: fc.array(fc.tuple(fc.constantFrom('p', 'q', 'Bad'), fc.constantFrom(...VARIABLE_TYPES)).map(([name, type]) => variable(name, type)), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('document.set' as const), path: fc.constant('name' as const), value: fc.string({ minLength: 1, maxLength: 20 }) }),
);
const operation: fc.Arbitrary<Operation> = fc.oneof({ weight: 6, arbitrary: simple }, { weight: 1, arbitrary: fc.record({ kind: fc.constant('batch' as const), operations: fc.array(simple, { maxLength: 4 }) }) });

describe('properties', () => {
  it('thousands of operations, undone one by one, leave the document as it was; every step parses', () => {
    let count = 0;
    fc.assert(
      fc.property(fc.array(operation, { minLength: 20, maxLength: 60 }), (operations) => {
        const trail: { before: FlowDocument; inverse: Operation }[] = [];
        let current = small;
        for (const next of operations) {
          const applied = applyOperation(current, next);
          if (!applied.ok) continue;
          count += 1;
          expect(flowDocumentSchema.safeParse(applied.document).success).toBe(true);
          trail.push({ before: current, inverse: applied.inverse });
          current = applied.document;
        }
        for (const { before, inverse } of trail.reverse()) {
          expect(operationSchema.safeParse(inverse).success).toBe(true);
          current = apply(current, inverse);
          expect(canonicalJson(current as unknown as Json)).toBe(canonicalJson(before as unknown as Json));
        }
      }),
      { numRuns: 200 },
    );
    expect(count).toBeGreaterThan(2000);
  });
});
