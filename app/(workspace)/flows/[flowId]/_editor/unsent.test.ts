import { describe, expect, it } from 'vitest';
import { emptyDocument } from '@/flows/document/flow-document';
import { createEditorStore } from './editor-store';
import { keepUnsent, restoreUnsent } from './unsent';

const rename = (value: string) => ({ kind: 'document.set' as const, path: 'name' as const, value });
const open = (name: string, revision: number) =>
  createEditorStore({ document: emptyDocument(name, ['en']), revision, language: 'en', readOnly: false });

function shelf() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('unsent changes', () => {
  it('come back when the flow is opened again', () => {
    const storage = shelf();
    const before = open('A', 1);
    before.getState().apply(rename('B'));
    keepUnsent(storage, 'f', before);
    const after = open('A', 1);
    restoreUnsent(storage, 'f', after);
    expect(after.getState()).toMatchObject({ document: { name: 'B' }, pending: [rename('B')], save: 'waiting', revision: 1 });
  });

  it('clash with what was changed meanwhile instead of overwriting it', () => {
    const storage = shelf();
    const before = open('A', 1);
    before.getState().apply(rename('B'));
    keepUnsent(storage, 'f', before);
    const after = open('C', 2);
    restoreUnsent(storage, 'f', after);
    expect(after.getState()).toMatchObject({ document: { name: 'C' }, pending: [], conflicts: [{ mine: 'B', theirs: 'C' }] });
    keepUnsent(storage, 'f', after);
    const later = open('C', 2);
    restoreUnsent(storage, 'f', later);
    expect(later.getState().conflicts).toHaveLength(1);
  });

  it('are forgotten once sent, and when what is kept is not ours', () => {
    const storage = shelf();
    const store = open('A', 1);
    store.getState().apply(rename('B'));
    keepUnsent(storage, 'f', store);
    store.getState().takePending();
    store.getState().acknowledge(2);
    keepUnsent(storage, 'f', store);
    expect(storage.kept.size).toBe(0);
    storage.setItem('relais.unsent.f', '{"operations":[{"kind":"format-disk"}]}');
    restoreUnsent(storage, 'f', store);
    expect(store.getState()).toMatchObject({ pending: [], conflicts: [], revision: 2 });
  });
});
