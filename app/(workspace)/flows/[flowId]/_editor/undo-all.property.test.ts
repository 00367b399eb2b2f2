import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '@/flows/document/canonical-json';
import { emptyDocument, type FlowDocument } from '@/flows/document/flow-document';
import type { Json } from '@/flows/document/json';
import type { Operation } from '@/flows/document/operations';
import { withoutSteps } from '@/flows/document/without-steps';
import { createEditorStore } from './editor-store';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const id = fc.constantFrom(...IDS);
const position = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
type Act = { kind: 'do'; operation: Operation } | { kind: 'heal'; ids: string[] } | { kind: 'undo' | 'redo' | 'seal' };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .oneof(
        fc.record({ kind: fc.constant('node.move' as const), id, position }),
        fc.record({ kind: fc.constant('node.set' as const), id, path: fc.constantFrom<string[]>(['title', 'en'], ['title', 'fr'], ['data', 'p']), value: fc.string({ maxLength: 6 }) }),
        fc.record({ kind: fc.constant('edge.set' as const), from: id, port: fc.constantFrom('next', 'option:1'), to: fc.option<string>(id) }),
        fc.tuple(id, position).map(([one, at]) => ({ kind: 'node.add' as const, node: { id: one, type: 'message', version: 1, title: {}, position: at, data: {} } })),
        fc.constantFrom('One', 'Two').map((value) => ({ kind: 'document.set' as const, path: 'name' as const, value })),
      )
      .map((operation: Operation): Act => ({ kind: 'do', operation })),
  },
  { weight: 1, arbitrary: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }).map((ids): Act => ({ kind: 'heal', ids })) },
  { weight: 2, arbitrary: fc.constantFrom<Act>({ kind: 'undo' }, { kind: 'redo' }, { kind: 'seal' }) },
);

it('undoing everything returns the first document, and redoing everything the last', () => {
  let longest = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 40, maxLength: 120, size: 'max' }), (acts) => {
      const store = createEditorStore({ document: flow(), revision: 1, language: 'en', readOnly: false });
      for (const each of acts) {
        const { apply, undo, redo, seal, document } = store.getState();
        if (each.kind === 'do') apply(each.operation);
        else if (each.kind === 'heal') apply({ kind: 'batch', operations: withoutSteps(document, each.ids) });
        else ({ undo, redo, seal })[each.kind]();
      }
      longest = Math.max(longest, store.getState().past.length);
      while (store.getState().future.length > 0) store.getState().redo();
      const last = json(store.getState().document);
      while (store.getState().past.length > 0) store.getState().undo();
      expect(store.getState().document).toEqual(flow());
      expect(json(store.getState().document)).toBe(json(flow()));
      while (store.getState().future.length > 0) store.getState().redo();
      expect(json(store.getState().document)).toBe(last);
      // What was sent along the way says the same as what is seen.
      const { pending, saved } = store.getState();
      const server = createEditorStore({ document: saved, revision: 1, language: 'en', readOnly: false });
      for (const operation of pending) expect(server.getState().apply(operation)).toBe(true);
      expect(json(server.getState().document)).toBe(last);
    }),
    { numRuns: 150 },
  );
  expect(longest).toBeGreaterThan(40);
});

const json = (document: FlowDocument): string => canonicalJson(document as unknown as Json);

function flow(): FlowDocument {
  const node = (one: string) => ({ id: one, type: 'message', version: 1, title: { en: one }, position: { x: 0, y: 0 }, data: { p: '' } });
  return { ...emptyDocument('One', ['en']), nodes: { a: node('a'), b: node('b') }, edges: { 'a/next': { from: 'a', port: 'next', to: 'b' } } };
}
