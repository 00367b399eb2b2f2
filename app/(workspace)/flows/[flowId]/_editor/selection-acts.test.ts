import { describe, expect, it } from 'vitest';
import { readClip } from '@/flows/document/clip';
import { emptyDocument, type FlowDocument, type FlowNode } from '@/flows/document/flow-document';
import { clipSelection } from './clip-selection';
import { duplicateSteps } from './duplicate-steps';
import { createEditorStore, type EditorStore } from './editor-store';
import { moveSteps } from './move-steps';
import { pasteSteps } from './paste-steps';
import { removeSelection } from './remove-selection';

const step = (id: string, x: number, y = 0, type = 'message'): FlowNode => ({
  id, type, version: 1, title: { en: id }, position: { x, y },
  data: type === 'start' ? {} : { message: { parts: [{ kind: 'text', text: { en: 'Order {{ order }}' } }] } },
});

function flow(): FlowDocument {
  return {
    ...emptyDocument('Flow', ['en']),
    variables: [{ name: 'order', type: 'text', scope: 'conversation', label: { en: 'Order' } }],
    nodes: { start: step('start', 0, 0, 'start'), a: step('a', 308), b: step('b', 616), c: step('c', 924) },
    edges: {
      'start/next': { from: 'start', port: 'next', to: 'a' },
      'a/next': { from: 'a', port: 'next', to: 'b' },
      'b/next': { from: 'b', port: 'next', to: 'c' },
    },
  };
}

const open = (document = flow(), readOnly = false): EditorStore => createEditorStore({ document, revision: 1, language: 'en', readOnly });

/** One act: one step back leads to the document before it, exactly. */
function undoneAtOnce(store: EditorStore, before: FlowDocument): void {
  expect(store.getState().past).toHaveLength(1);
  store.getState().undo();
  expect(store.getState().document).toEqual(before);
}

describe('acts on several steps', () => {
  it('moves them together', () => {
    const store = open();
    expect(moveSteps(store, [{ id: 'a', position: { x: 308, y: 14 } }, { id: 'b', position: { x: 616, y: 14 } }, { id: 'c', position: { x: 924, y: 0 } }])).toBe(true);
    expect(store.getState().pending).toMatchObject([{ kind: 'batch', operations: [{ id: 'a' }, { id: 'b' }] }]);
    undoneAtOnce(store, flow());
    expect(moveSteps(store, [{ id: 'a', position: { x: 308, y: 0 } }])).toBe(false);
  });

  it('takes them out and closes the line', () => {
    const store = open();
    store.getState().selectMany(['a', 'b']);
    expect(removeSelection(store)).toBe(true);
    expect(store.getState().document.edges).toEqual({ 'start/next': { from: 'start', port: 'next', to: 'c' } });
    expect(store.getState().selection).toEqual([]);
    undoneAtOnce(store, flow());
  });

  it('takes out a selected link alone', () => {
    const store = open();
    store.getState().selectLink('a/next');
    expect(removeSelection(store)).toBe(true);
    expect(Object.keys(store.getState().document.nodes)).toHaveLength(4);
    expect(store.getState().document.edges['a/next']).toBeUndefined();
    expect(removeSelection(open())).toBe(false);
  });

  it('duplicates them with the link between them, below, on no other card', () => {
    const store = open();
    store.getState().selectMany(['a', 'b']);
    expect(duplicateSteps(store)).toBe(true);
    const { document, selection } = store.getState();
    const [first = '', second = ''] = selection;
    expect(document.edges[`${first}/next`]).toEqual({ from: first, port: 'next', to: second });
    expect(document.edges[`${second}/next`]).toBeUndefined();
    expect(document.nodes[first]).toMatchObject({ title: { en: 'a' }, position: { x: 308, y: 224 } });
    expect(document.nodes[second]?.position).toEqual({ x: 616, y: 224 });
    undoneAtOnce(store, flow());
  });

  it('copies into another flow, with the variable it lacks, but no second beginning', () => {
    const from = open();
    from.getState().selectMany(['start', 'a']);
    const clip = readClip(JSON.stringify(clipSelection(from.getState())));
    if (!clip) throw new Error('nothing was copied');
    const other: FlowDocument = { ...emptyDocument('Other', ['en', 'fr']), nodes: { start: step('start', 0, 0, 'start') } };
    const into = open(other);
    expect(pasteSteps(into, clip, { x: 501, y: 99 })).toBe(true);
    const { document, selection } = into.getState();
    expect(document.variables.map(({ name }) => name)).toEqual(['order']);
    expect(selection).toHaveLength(1);
    expect(document.nodes[selection[0] ?? '']?.position).toEqual({ x: 504, y: 98 });
    undoneAtOnce(into, other);
    const empty = open(emptyDocument('Empty', ['en']));
    expect(pasteSteps(empty, clip)).toBe(true);
    expect(Object.values(empty.getState().document.nodes).map(({ type }) => type)).toEqual(['start', 'message']);
  });

  it('pastes beside what was copied, and does nothing where one may only read', () => {
    const store = open();
    store.getState().select('c');
    const clip = clipSelection(store.getState());
    if (!clip) throw new Error('nothing was copied');
    pasteSteps(store, clip);
    expect(store.getState().document.nodes[store.getState().selected ?? '']?.position).toEqual({ x: 1232, y: 0 });
    const reading = open(flow(), true);
    expect(pasteSteps(reading, clip)).toBe(false);
    expect(reading.getState().document).toEqual(flow());
    store.getState().select('start');
    expect(duplicateSteps(store)).toBe(false);
    store.getState().select(null);
    expect(clipSelection(store.getState())).toBeNull();
  });
});
