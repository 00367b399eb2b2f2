import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument, type FlowNode } from '@/flows/document/flow-document';
import { defaultRegistry } from '@/flows/nodes/registry';
import { createEditorStore } from './editor-store';
import { insertStep } from './insert-step';
import { quickAddStart } from './quick-add-start';

const step = (id: string, x: number, type = 'message'): FlowNode => ({
  id, type, version: 1, title: {}, position: { x, y: 0 },
  data: type === 'start' ? {} : { message: { parts: [{ kind: 'text', text: { en: 'Hello' } }] } },
});

function flow(): FlowDocument {
  return {
    ...emptyDocument('Flow', ['en', 'fr']),
    nodes: { start: step('start', 0, 'start'), a: step('a', 308), b: step('b', 616) },
    edges: { 'start/next': { from: 'start', port: 'next', to: 'a' } },
  };
}

const open = () => createEditorStore({ document: flow(), revision: 1, language: 'en', readOnly: false });
const typeOf = (type: string) => {
  const found = defaultRegistry.get(type);
  if (!found) throw new Error(type);
  return found;
};

describe('adding a step', () => {
  it('links it to the way out it was added from, as one act', () => {
    const store = open();
    const id = insertStep(store, typeOf('message'), { x: 308, y: 300 }, { node: 'a', port: 'next' });
    expect(store.getState().document.edges['a/next']).toEqual({ from: 'a', port: 'next', to: id });
    expect(store.getState()).toMatchObject({ selected: id, past: { length: 1 } });
    store.getState().undo();
    expect(store.getState().document).toEqual(flow());
  });

  it('goes into a line and keeps it whole', () => {
    const store = open();
    const id = insertStep(store, typeOf('message'), { x: 150, y: 300 }, { node: 'start', port: 'next' }) ?? '';
    expect(store.getState().document.edges).toEqual({
      'start/next': { from: 'start', port: 'next', to: id },
      [`${id}/next`]: { from: id, port: 'next', to: 'a' },
    });
  });

  it('never leads to a beginning, and ends a line with what has no way out', () => {
    const store = open();
    insertStep(store, typeOf('start'), { x: 900, y: 0 }, { node: 'a', port: 'next' });
    expect(store.getState().document.edges).toEqual(flow().edges);
    const id = insertStep(store, typeOf('close'), { x: 900, y: 0 }, { node: 'start', port: 'next' }) ?? '';
    expect(store.getState().document.edges).toEqual({ 'start/next': { from: 'start', port: 'next', to: id } });
  });

  it('starts from the port at hand, else from the first that leads nowhere', () => {
    const document = flow();
    expect(quickAddStart({ document, selected: 'a' }, null)).toEqual({ node: 'a', port: 'next' });
    expect(quickAddStart({ document, selected: 'start' }, 'next')).toEqual({ node: 'start', port: 'next' });
    expect(quickAddStart({ document, selected: 'start' }, null)).toBeNull();
    expect(quickAddStart({ document, selected: null }, 'next')).toBeNull();
  });
});
