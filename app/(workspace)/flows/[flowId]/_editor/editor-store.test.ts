import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument } from '@/flows/document/flow-document';
import { createEditorStore } from './editor-store';

const node = (id: string, text: string, x = 0) => ({
  id,
  type: 'message',
  version: 1,
  title: { en: id },
  position: { x, y: 0 },
  data: { message: { parts: [{ kind: 'text', text: { en: text, fr: text } }] } },
});

function flow(): FlowDocument {
  const empty = emptyDocument('Welcome', ['en', 'fr']);
  return { ...empty, nodes: { a: node('a', 'Hello'), b: node('b', 'Bye', 280) }, edges: { 'a/next': { from: 'a', port: 'next', to: 'b' } } };
}

const TEXT = ['data', 'message', 'parts', 0, 'text', 'en'];
const open = (readOnly = false) => createEditorStore({ document: flow(), revision: 7, language: 'fr', readOnly });
const say = (id: string, value: string) => ({ kind: 'node.set' as const, id, path: TEXT, value });

describe('editing', () => {
  it('undoes a removal with its links, and redoes it', () => {
    const store = open();
    store.getState().select('b');
    store.getState().apply({ kind: 'node.remove', id: 'b' });
    expect(store.getState()).toMatchObject({ selected: null, document: { edges: {} } });
    store.getState().undo();
    expect(store.getState().document).toEqual(flow());
    store.getState().redo();
    expect(Object.keys(store.getState().document.nodes)).toEqual(['a']);
  });

  it('takes a run of typing in one field as one act, until it is sealed', () => {
    const store = open();
    for (const text of ['H', 'Hi', 'Hi!']) store.getState().apply(say('a', text));
    expect(store.getState().past).toHaveLength(1);
    store.getState().seal();
    store.getState().apply(say('a', 'Hi! You'));
    expect(store.getState().past).toHaveLength(2);
    store.getState().undo();
    expect(textOf(store.getState().document)).toBe('Hi!');
    store.getState().undo();
    expect(textOf(store.getState().document)).toBe('Hello');
  });

  it('sends what undo does as an operation of its own', () => {
    const store = open();
    store.getState().apply({ kind: 'node.move', id: 'a', position: { x: 14, y: 0 } });
    store.getState().takePending();
    store.getState().acknowledge(8);
    store.getState().undo();
    expect(store.getState().pending).toEqual([{ kind: 'node.move', id: 'a', position: { x: 0, y: 0 } }]);
  });

  it('refuses what does not apply and everything when read only', () => {
    expect(open().getState().apply(say('nobody', 'x'))).toBe(false);
    const store = open(true);
    expect(store.getState().apply(say('a', 'x'))).toBe(false);
    expect(store.getState().document).toEqual(flow());
  });
});

describe('selecting', () => {
  it('knows the one step, and only the one', () => {
    const store = open();
    store.getState().toggle('a');
    expect(store.getState()).toMatchObject({ selection: ['a'], selected: 'a' });
    store.getState().toggle('b');
    expect(store.getState()).toMatchObject({ selection: ['a', 'b'], selected: null });
    store.getState().toggle('a');
    expect(store.getState()).toMatchObject({ selection: ['b'], selected: 'b' });
    store.getState().selectMany(['a', 'gone', 'b']);
    expect(store.getState().selection).toEqual(['a', 'b']);
    store.getState().selectLink('a/next');
    expect(store.getState()).toMatchObject({ selection: [], selected: null, selectedLink: 'a/next' });
  });

  it('lets go of what an act or a colleague takes away', () => {
    const store = open();
    store.getState().selectMany(['a', 'b']);
    store.getState().apply({ kind: 'node.remove', id: 'b' });
    expect(store.getState()).toMatchObject({ selection: ['a'], selected: 'a' });
    store.getState().rebaseOnto({ ...flow(), nodes: {}, edges: {} }, 9);
    expect(store.getState()).toMatchObject({ selection: [], selected: null });
  });

  it('keeps the list itself while nothing about it changes: who draws it need not draw again', () => {
    const store = open();
    store.getState().selectMany(['a', 'b']);
    const before = store.getState().selection;
    store.getState().apply(say('a', 'x'));
    expect(store.getState().selection).toBe(before);
  });
});

describe('saving', () => {
  it('sends the last word of typing, and keeps what is typed while sending', () => {
    const store = open();
    store.getState().apply(say('a', 'H'));
    store.getState().apply(say('a', 'Hi'));
    expect(store.getState().takePending()).toEqual({ baseRevision: 7, operations: [say('a', 'Hi')] });
    store.getState().apply(say('a', 'Hi you'));
    store.getState().acknowledge(8);
    expect(store.getState()).toMatchObject({ revision: 8, save: 'waiting', pending: [say('a', 'Hi you')] });
    expect(textOf(store.getState().saved)).toBe('Hi');
  });

  it('puts own changes on top of a colleague’s where they do not touch', () => {
    const store = open();
    store.getState().apply(say('a', 'Mine'));
    const theirs = flow();
    theirs.nodes['b'] = node('b', 'Theirs', 280);
    store.getState().rebaseOnto(theirs, 12);
    const { document, pending, conflicts, revision, merged } = store.getState();
    expect(textOf(document)).toBe('Mine');
    expect(textOf(document, 'b')).toBe('Theirs');
    expect({ pending, conflicts, revision, merged }).toEqual({ pending: [say('a', 'Mine')], conflicts: [], revision: 12, merged: true });
  });

  it('keeps both texts when they clash, and lets the person choose', () => {
    const store = open();
    store.getState().apply(say('a', 'Mine'));
    store.getState().rebaseOnto({ ...flow(), nodes: { ...flow().nodes, a: node('a', 'Theirs') } }, 12);
    const [conflict] = store.getState().conflicts;
    expect(conflict).toMatchObject({ mine: 'Mine', theirs: 'Theirs', applicable: true });
    expect(textOf(store.getState().document)).toBe('Theirs');
    if (conflict) store.getState().settle(conflict, 'mine');
    expect(store.getState()).toMatchObject({ conflicts: [], pending: [say('a', 'Mine')] });
    expect(textOf(store.getState().document)).toBe('Mine');
  });

  it('shows a change to a step a colleague removed as one that no longer fits', () => {
    const store = open();
    store.getState().apply(say('b', 'Mine'));
    const { a } = flow().nodes;
    store.getState().rebaseOnto({ ...flow(), nodes: a ? { a } : {}, edges: {} }, 12);
    expect(store.getState().conflicts).toMatchObject([{ mine: 'Mine', theirs: undefined, applicable: false }]);
    expect(store.getState().pending).toEqual([]);
  });

  it('does not call it a clash when both did the same', () => {
    const store = open();
    store.getState().apply({ kind: 'node.remove', id: 'b' });
    const { a } = flow().nodes;
    store.getState().rebaseOnto({ ...flow(), nodes: a ? { a } : {}, edges: {} }, 12);
    expect(store.getState()).toMatchObject({ conflicts: [], pending: [], save: 'saved' });
  });

  it('holds back the removal of a step a colleague has just rewritten', () => {
    const store = open();
    store.getState().apply({ kind: 'node.remove', id: 'b' });
    store.getState().rebaseOnto({ ...flow(), nodes: { ...flow().nodes, b: node('b', 'Theirs', 280) } }, 12);
    expect(store.getState().conflicts).toHaveLength(1);
    expect(store.getState().document.nodes['b']).toBeDefined();
  });
});

function textOf(document: FlowDocument, id = 'a'): unknown {
  return (document.nodes[id]?.data as unknown as ReturnType<typeof node>['data']).message.parts[0]?.text.en;
}
