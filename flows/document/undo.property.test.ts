import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json';
import { clipSteps } from './clip';
import { emptyDocument, flowDocumentSchema, type FlowDocument, type FlowNode } from './flow-document';
import type { Json } from './json';
import type { SimpleOperation } from './operation';
import { applyOperation, operationSchema, type Operation } from './operations';
import { pasteClip } from './paste-clip';
import type { ScheduleTime, Trigger } from './trigger';
import { VARIABLE_TYPES } from './variable';
import { withoutSteps } from './without-steps';

/** Enough to do, without the flow growing without bound. */
const IDS = Array.from({ length: 24 }, (_, index) => `s${index}`);
const PORTS = ['next', 'no-reply', 'option:1', 'option:2'];

const id = fc.constantFrom(...IDS);
const someIds = fc.uniqueArray(id, { minLength: 1, maxLength: 6 });
const position = fc.record({ x: fc.integer({ min: -4000, max: 4000 }), y: fc.integer({ min: -4000, max: 4000 }) });
const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('É', 'naïve', '🙂', '\u202f?'));
const localized = fc.dictionary(fc.constantFrom('en', 'fr'), text);
const value = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
const data = fc.dictionary(fc.constantFrom('p', 'q', 'r'), value) as fc.Arbitrary<FlowNode['data']>;
const path = fc.oneof(
  fc.tuple(fc.constant('title'), fc.constantFrom('en', 'fr')),
  fc.constant<string[]>(['data']),
  fc.tuple(fc.constant('data'), fc.constantFrom('p', 'q', 'r')),
  fc.tuple(fc.constant('data'), fc.constantFrom('p', 'q'), fc.oneof(fc.constantFrom('p', 'q'), fc.nat({ max: 3 }))),
);
const variables = fc
  .uniqueArray(fc.tuple(fc.constantFrom('order', 'total', 'city'), fc.constantFrom(...VARIABLE_TYPES)), { maxLength: 3, selector: ([name]) => name })
  .map((list) => list.map(([name, type]) => ({ name, type, scope: 'conversation' as const, label: { en: name } })));

const triggerId = fc.constantFrom('t1', 't2', 't3', 't4', 't5');
const at = fc.constantFrom('00:00', '09:30', '23:59');
const when: fc.Arbitrary<ScheduleTime> = fc.oneof(
  fc.record({ every: fc.constant('day' as const), at }),
  fc.record({ every: fc.constant('week' as const), days: fc.constantFrom<['mon', 'sun'] | ['fri']>(['mon', 'sun'], ['fri']), at }),
  fc.record({ every: fc.constant('month' as const), day: fc.integer({ min: 1, max: 31 }), at }),
  fc.record({ every: fc.constant('interval' as const), minutes: fc.integer({ min: 15, max: 600 }) }),
  fc.record({ every: fc.constant('once' as const), date: fc.constantFrom('', '2026-12-01', '2026-02-31'), at }),
);
const trigger: fc.Arbitrary<Trigger> = fc.oneof(
  fc.record({ id: triggerId, type: fc.constant('api-event' as const), event: fc.constantFrom('order.shipped', ''), variables: fc.dictionary(fc.constantFrom('order', 'total'), fc.constantFrom('a.b', '')) }),
  fc.record({
    id: triggerId, type: fc.constant('schedule' as const), when, timeZone: fc.constantFrom('Europe/Paris', 'UTC'), calendar: fc.constantFrom(null, 'service'),
    audience: fc.record({ connection: fc.constantFrom(null, 'key'), condition: fc.constantFrom('', 'contact.name != null'), most: fc.integer({ min: 1, max: 500 }) }),
  }),
);

const simple: fc.Arbitrary<SimpleOperation> = fc.oneof(
  fc.record({ kind: fc.constant('trigger.add' as const), trigger, at: fc.nat({ max: 6 }) }),
  fc.record({ kind: fc.constant('trigger.add' as const), trigger }),
  fc.record({ kind: fc.constant('trigger.change' as const), trigger }),
  fc.record({ kind: fc.constant('trigger.remove' as const), id: triggerId }),
  fc.record({ id, title: localized, position, data }).map((node) => ({ kind: 'node.add' as const, node: { type: 'message', version: 1, ...node } })),
  id.map((one) => ({ kind: 'node.remove' as const, id: one })),
  fc.record({ kind: fc.constant('node.move' as const), id, position }),
  fc.record({ kind: fc.constant('node.set' as const), id, path, value: fc.oneof(value, text) }),
  fc.record({ kind: fc.constant('node.set' as const), id, path }),
  fc.record({ kind: fc.constant('edge.set' as const), from: id, port: fc.constantFrom(...PORTS), to: fc.option(id, { freq: 4 }) }),
  fc.record({ kind: fc.constant('document.set' as const), path: fc.constant('name' as const), value: fc.string({ minLength: 1, maxLength: 20 }) }),
  fc.record({ kind: fc.constant('document.set' as const), path: fc.constant('languages' as const), value: fc.constantFrom<string[]>(['en'], ['fr', 'en'], ['en', 'fr', 'de']) }),
  fc.record({ kind: fc.constant('document.set' as const), path: fc.constant('variables' as const), value: variables }),
);

/** What a person does in one go: it becomes an operation only on the flow as it then is. */
type Act = (document: FlowDocument) => Operation;
const batch = (operations: SimpleOperation[]): Operation => ({ kind: 'batch', operations });

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: simple.map((operation): Act => () => operation) },
  { weight: 2, arbitrary: fc.array(simple, { maxLength: 5 }).map((operations): Act => () => batch(operations)) },
  { weight: 2, arbitrary: someIds.map((ids): Act => (document) => batch(withoutSteps(document, ids))) },
  { weight: 2, arbitrary: fc.record({ ids: someIds, at: position }).map(({ ids, at }): Act => (document) => batch(copyAndPaste(document, ids, at))) },
  { weight: 1, arbitrary: fc.array(position, { minLength: IDS.length, maxLength: IDS.length }).map((places): Act => (document) => batch(laidOut(document, places))) },
);

it('10,000 random operations, undone one by one, return the very first document', { timeout: 120_000 }, () => {
  const done: Record<string, number> = {};
  let count = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 300, maxLength: 400 }), (acts) => {
      const first = seeded();
      const firstJson = canonicalJson(first as unknown as Json);
      const inverses: Operation[] = [];
      let current = first;
      for (const each of acts) {
        const operation = each(current);
        const applied = applyOperation(current, operation);
        if (!applied.ok) continue;
        done[operation.kind] = (done[operation.kind] ?? 0) + 1;
        count += 1;
        inverses.push(applied.inverse);
        current = applied.document;
      }
      expect(flowDocumentSchema.safeParse(current).success).toBe(true);
      const last = current;
      const again: Operation[] = [];
      for (const inverse of inverses.reverse()) {
        const undone = must(current, inverse);
        again.push(undone.inverse);
        current = undone.document;
      }
      expect(operationSchema.safeParse(inverses[0]).success).toBe(true);
      expect(current).toEqual(first);
      expect(canonicalJson(current as unknown as Json)).toBe(firstJson);
      // An inverse has an inverse: doing it all again leads back to the last document.
      for (const redo of again.reverse()) current = must(current, redo).document;
      expect(canonicalJson(current as unknown as Json)).toBe(canonicalJson(last as unknown as Json));
    }),
    { numRuns: 45 },
  );
  expect(count).toBeGreaterThan(10_000);
  // No kind of change is missing from what was tried.
  expect(Object.keys(done).sort()).toEqual(['batch', 'document.set', 'edge.set', 'node.add', 'node.move', 'node.remove', 'node.set', 'trigger.add', 'trigger.change', 'trigger.remove']);
});

function must(document: FlowDocument, operation: Operation) {
  const applied = applyOperation(document, operation);
  if (!applied.ok) throw new Error(`an inverse does not apply: ${applied.message}`);
  return applied;
}

function seeded(): FlowDocument {
  const document = emptyDocument('Test', ['en', 'fr']);
  for (const one of IDS.slice(0, 12)) document.nodes[one] = { id: one, type: 'message', version: 1, title: { en: one }, position: { x: 0, y: 0 }, data: { p: [1, { q: 'x' }] } };
  for (let index = 0; index < 11; index += 1) {
    const [from = '', to = ''] = IDS.slice(index, index + 2);
    document.edges[`${from}/next`] = { from, port: 'next', to };
  }
  return document;
}

function copyAndPaste(document: FlowDocument, ids: readonly string[], at: { x: number; y: number }): SimpleOperation[] {
  const clip = clipSteps(document, ids, new Set(['order', 'total']));
  if (!clip) return [];
  const free = IDS.filter((one) => !(one in document.nodes));
  if (free.length < clip.nodes.length) return [];
  return pasteClip(document, clip, { at, allowed: () => true, freshId: (_, taken) => free.find((one) => !taken(one)) ?? '' }).operations;
}

function laidOut(document: FlowDocument, places: readonly { x: number; y: number }[]): SimpleOperation[] {
  return Object.keys(document.nodes).map((one, index) => ({ kind: 'node.move', id: one, position: places[index] ?? { x: 0, y: 0 } }));
}
