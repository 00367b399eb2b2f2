import { existsSync, readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from './canonical-json';
import { describeProblem } from './describe-problem';
import { FORMAT, emptyDocument, flowDocumentSchema } from './flow-document';
import { graphOf } from './graph';
import en from './messages/en.json';
import fr from './messages/fr.json';
import { FORMAT_MIGRATIONS } from './migrations/migrations';
import { DOCUMENT_PROBLEM_CODES, parseDocument } from './parse-document';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const step = { id: 'a1', type: 'message', version: 1, title: { en: 'A' }, position: { x: 0, y: 0 }, data: {} };
const base = { ...emptyDocument('Test', ['en']), nodes: { a1: step } };

describe('parseDocument', () => {
  it('takes a document', () => {
    expect(parseDocument(base)).toEqual({ ok: true, document: base });
  });

  it.each<[string, string, unknown]>([
    ['not-a-document', '', null],
    ['not-a-document', '', []],
    ['not-a-document', '', 'flow'],
    ['not-a-document', 'format', {}],
    ['not-a-document', 'format', { ...base, format: '1' }],
    ['newer-format', 'format', { ...base, format: FORMAT + 1 }],
    ['missing-field', 'name', { ...base, name: undefined }],
    ['missing-field', 'nodes.a1.position.x', { ...base, nodes: { a1: { ...step, position: { y: 0 } } } }],
    ['wrong-type', 'nodes.a1.position.x', { ...base, nodes: { a1: { ...step, position: { x: '0', y: 0 } } } }],
    ['wrong-type', 'nodes', { ...base, nodes: [] }],
    ['unknown-field', 'nodes.a1.colour', { ...base, nodes: { a1: { ...step, colour: 'red' } } }],
    ['value-refused', 'name', { ...base, name: '' }],
    ['wrong-type', 'triggers.0', { ...base, triggers: [1] }],
    ['value-refused', 'listeners', { ...base, listeners: [1] }],
    ['wrong-key', 'nodes.b2.id', { ...base, nodes: { b2: step } }],
    ['wrong-key', 'nodes.not an id', { ...base, nodes: { 'not an id': step } }],
    ['wrong-key', 'edges.x', { ...base, edges: { x: { from: 'a1', port: 'next', to: 'a1' } } }],
    ['broken-link', 'edges.a1/next.to', { ...base, edges: { 'a1/next': { from: 'a1', port: 'next', to: 'gone' } } }],
    ['document-too-large', 'nodes', { ...base, nodes: Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`n${index}`, 0])) }],
  ])('refuses: %s at %j', (code, path, input) => {
    const parsed = parseDocument(input);
    expect(parsed.ok ? [] : parsed.problems).toContainEqual(expect.objectContaining({ code, path }));
  });

  it('refuses what is nested without end, quickly and without overflowing', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 200_000; level += 1) deep = [deep];
    expect(parseDocument({ ...base, nodes: { a1: { ...step, data: { deep } } } })).toMatchObject({ ok: false, problems: [{ code: 'document-too-large', params: { unit: 'depth' } }] });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withDate: true, withBigInt: true, withMap: true }), fc.constantFrom(0, 1, 2), (part, format) => {
        for (const input of [part, { ...base, format, nodes: part }, { ...base, format, edges: part, steps: part, links: [part] }]) parseDocument(input);
      }),
    );
  });
});

describe('migrations', () => {
  it('lead from every older format to the present one, as their fixtures say', () => {
    expect(FORMAT_MIGRATIONS.map(({ from }) => from)).toEqual(Array.from({ length: FORMAT }, (_, index) => index));
    for (const { from } of FORMAT_MIGRATIONS) {
      expect(parseDocument(read(`./migrations/fixtures/format-${from}.json`))).toEqual({ ok: true, document: read(`./migrations/fixtures/format-${from}.expected.json`) });
    }
  });

  it('names the place in an old document that cannot be one', () => {
    expect(parseDocument({ format: 0, name: 'x', language: 'fr', steps: [{ id: 'a', type: 'start', title: 'A' }], links: [] })).toMatchObject({
      ok: false,
      problems: [{ code: 'missing-field', path: 'nodes.a.position.x' }, { code: 'missing-field', path: 'nodes.a.position.y' }],
    });
  });
});

describe('sentences', () => {
  it('stand in both languages for every code, with a page', () => {
    expect(Object.keys(en.problems).sort()).toEqual([...DOCUMENT_PROBLEM_CODES].sort());
    expect(Object.keys(fr.problems).sort()).toEqual([...DOCUMENT_PROBLEM_CODES].sort());
    for (const code of DOCUMENT_PROBLEM_CODES) expect(existsSync(new URL(`../../docs/errors/${code}.md`, import.meta.url))).toBe(true);
  });

  it('say what and where', () => {
    expect(describeProblem({ code: 'missing-field', path: 'nodes.a1.position.x', params: {} }, 'en').sentence).toBe('“nodes.a1.position.x” is missing.');
    expect(describeProblem({ code: 'document-too-large', path: 'nodes', params: { limit: 5000, unit: 'nodes' } }, 'fr-CA').sentence).toBe(
      'Ce scénario est trop grand\u202f: «\u202fnodes\u202f» peut contenir au plus 5000 étapes.',
    );
  });

  it('leave no parameter unfilled', () => {
    const problems = [
      ...['not-a-document', 'missing-field', 'unknown-field', 'wrong-key', 'value-refused'].map((code) => ({ code, params: {} })),
      { code: 'newer-format', params: { format: 2, newest: 1 } },
      { code: 'document-too-large', params: { limit: 1, unit: 'nodes' } },
      { code: 'wrong-type', params: { expected: 'number' } },
      { code: 'broken-link', params: { step: 'x' } },
    ];
    expect(problems).toHaveLength(DOCUMENT_PROBLEM_CODES.length);
    for (const { code, params } of problems as { code: (typeof DOCUMENT_PROBLEM_CODES)[number]; params: Record<string, string | number> }[]) {
      for (const locale of ['en', 'fr']) {
        const { sentence, fix } = describeProblem({ code, path: '', params }, locale);
        expect(`${sentence} ${fix}`).not.toMatch(/[{}]/);
      }
    }
  });
});

describe('the JSON Schema', () => {
  it('is the one in public/schemas (vitest -u writes it anew)', async () => {
    const schema = z.toJSONSchema(flowDocumentSchema, { io: 'input' });
    const text = `${JSON.stringify({ ...schema, $id: 'flow-1.json', title: 'Relais flow, format 1' }, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../public/schemas/flow-1.json');
  });
});

describe('graphOf', () => {
  const links = [['a', 'next', 'b'], ['b', 'yes', 'c'], ['b', 'no', 'a'], ['d', 'next', 'c']] as const;
  const graph = graphOf({ ...emptyDocument('G', ['en']), edges: Object.fromEntries(links.map(([from, port, to]) => [`${from}/${port}`, { from, port, to }])) });

  it('knows who is linked to whom', () => {
    expect(graph.outgoing('b').map(({ to }) => to)).toEqual(['a', 'c']);
    expect(graph.incoming('c').map(({ from }) => from)).toEqual(['b', 'd']);
    expect([...graph.reachable('a')].sort()).toEqual(['a', 'b', 'c']);
    expect([...graph.reachable('c')]).toEqual(['c']);
    expect(graph.outgoing('none')).toEqual([]);
  });
});

describe('canonicalJson', () => {
  it('writes equal values alike, whatever the order of their keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: true })).toBe('{"a":true,"b":[1,{"c":"é","d":null}]}');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Parameters<typeof canonicalJson>[0];
        const turned = Object.fromEntries(Object.entries(json as object).reverse()) as Parameters<typeof canonicalJson>[0];
        expect(canonicalJson(turned)).toBe(canonicalJson(json));
        expect(JSON.parse(canonicalJson(json))).toEqual(json);
      }),
    );
  });

  it('has fixtures and pages that are all known', () => {
    expect(readdirSync(new URL('./migrations/fixtures', import.meta.url)).filter((name) => !name.includes('expected'))).toHaveLength(FORMAT_MIGRATIONS.length);
  });
});
