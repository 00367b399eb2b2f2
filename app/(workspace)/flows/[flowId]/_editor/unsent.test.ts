import { describe, expect, it, vi } from 'vitest';
import type { UnsentEntry, UnsentShelf } from '../../../../_unsent/unsent-shelf';
import { emptyDocument, type FlowDocument } from '@/flows/document/flow-document';
import { adoptUnsent } from './adopt-unsent';
import type { SendResult } from './autosave';
import { createEditorStore } from './editor-store';
import { keepUnsent } from './keep-unsent';
import { readUnsentRecord, unsentRecord, type UnsentRecord } from './unsent-record';

const rename = (value: string) => ({ kind: 'document.set' as const, path: 'name' as const, value });
const say = (id: string, text: string) => ({ kind: 'node.set' as const, id, path: ['title', 'en'], value: text });
const key = { user: 'u', flow: 'f', tab: 't' };

function flow(name: string, titles: Record<string, string> = {}): FlowDocument {
  const nodes = Object.entries(titles).map(([id, en]) => [id, { id, type: 'message', version: 1, title: { en }, position: { x: 0, y: 0 }, data: {} }] as const);
  return { ...emptyDocument(name, ['en']), nodes: Object.fromEntries(nodes) };
}
const open = (document: FlowDocument, revision: number) => createEditorStore({ document, revision, language: 'en', readOnly: false });

function shelf(put: (entry: UnsentEntry) => Promise<void> = async () => undefined) {
  const kept = new Map<string, UnsentEntry>();
  const fake: UnsentShelf = {
    async put(entry) {
      await put(entry);
      kept.set(entry.tab, entry);
    },
    get: async ({ tab }) => kept.get(tab),
    remove: async ({ tab }) => void kept.delete(tab),
    of: async () => [...kept.values()],
    clear: async () => kept.clear(),
    close: () => undefined,
  };
  return { kept, fake };
}

function left(store: ReturnType<typeof open>): UnsentRecord {
  const record = readUnsentRecord(unsentRecord(store.getState()) ?? '');
  if (!record) throw new Error('nothing left');
  return record;
}
const nobody = async (): Promise<SendResult> => {
  throw new Error('nothing to ask');
};
const upToDate = async (): Promise<void> => undefined;

describe('keepUnsent', () => {
  it('writes every change in the moment it is made and clears it when the server has it', async () => {
    const { kept, fake } = shelf();
    const store = open(flow('A'), 1);
    keepUnsent({ shelf: fake, key, store, onFailed: () => undefined, signs: false });
    for (const text of ['B', 'Be', 'Bel']) {
      store.getState().apply(rename(text));
      await Promise.resolve();
      expect(readUnsentRecord(kept.get('t')?.data ?? '')).toMatchObject({ revision: 1, operations: [rename(text)], sending: 0, base: { name: 'A' } });
    }
    store.getState().takePending();
    await Promise.resolve();
    expect(readUnsentRecord(kept.get('t')?.data ?? '')?.sending).toBe(1);
    store.getState().acknowledge(2);
    await Promise.resolve();
    expect(kept.size).toBe(0);
  });

  it('keeps of a large flow only what was touched', () => {
    const store = open(flow('A', Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`n${index}`, 'x'.repeat(50)]))), 1);
    store.getState().apply(say('n7', 'changed'));
    const text = unsentRecord(store.getState()) ?? '';
    expect(text.length).toBeLessThan(1000);
    expect(Object.keys(readUnsentRecord(text)?.base.nodes ?? {})).toEqual(['n7']);
  });

  it('says once that the storage is full, and goes on trying', async () => {
    let full = true;
    const { kept, fake } = shelf(async () => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
    });
    const onFailed = vi.fn();
    const store = open(flow('A'), 1);
    keepUnsent({ shelf: fake, key, store, onFailed, signs: false });
    for (const text of ['B', 'C', 'D']) {
      store.getState().apply(rename(text));
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(onFailed).toHaveBeenCalledTimes(1);
    full = false;
    store.getState().apply(rename('E'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(readUnsentRecord(kept.get('t')?.data ?? '')?.operations).toEqual([rename('E')]);
  });

  it('what is no record is read as nothing', () => {
    for (const text of ['', 'null', '{"operations":[{"kind":"format-disk"}]}', '{'.repeat(1000)]) expect(readUnsentRecord(text)).toBeNull();
  });
});

describe('adoptUnsent', () => {
  it('puts what a dead tab left on the draft as it stands, clashes beside it with both texts', async () => {
    const dead = open(flow('A', { one: 'One', two: 'Two' }), 1);
    dead.getState().apply(say('one', 'Mine'));
    dead.getState().apply(say('two', 'Also mine'));
    const alive = open(flow('A', { one: 'Theirs', two: 'Two' }), 4);
    expect(await adoptUnsent(alive, left(dead), nobody, upToDate)).toBe(2);
    expect(alive.getState()).toMatchObject({
      revision: 4,
      save: 'waiting',
      document: { nodes: { one: { title: { en: 'Theirs' } }, two: { title: { en: 'Also mine' } } } },
      pending: [say('two', 'Also mine')],
      conflicts: [{ mine: 'Mine', theirs: 'Theirs', applicable: true }],
    });
  });

  it('keeps what is typed here already, and shows a clash of two tabs of one person', async () => {
    const dead = open(flow('A', { one: 'One' }), 1);
    dead.getState().apply(say('one', 'From the dead'));
    const alive = open(flow('A', { one: 'One' }), 1);
    alive.getState().apply(say('one', 'From the living'));
    await adoptUnsent(alive, left(dead), nobody, upToDate);
    expect(alive.getState()).toMatchObject({
      document: { nodes: { one: { title: { en: 'From the living' } } } },
      conflicts: [{ mine: 'From the dead', theirs: 'From the living' }],
    });
  });

  it('a batch whose answer the dead tab never got is asked for, and is no conflict with oneself', async () => {
    const dead = open(flow('A', { one: '' }), 1);
    dead.getState().apply(say('one', 'Hel'));
    dead.getState().takePending();
    dead.getState().apply(say('one', 'Hello'));
    const send = vi.fn(async (): Promise<SendResult> => ({ outcome: 'saved', revision: 2 }));
    const alive = open(flow('A', { one: 'Hel' }), 2);
    await adoptUnsent(alive, left(dead), send, upToDate);
    expect(send).toHaveBeenCalledWith({ baseRevision: 1, operations: [say('one', 'Hel')] });
    expect(alive.getState()).toMatchObject({ pending: [say('one', 'Hello')], conflicts: [], document: { nodes: { one: { title: { en: 'Hello' } } } } });
  });

  it('takes nothing while the server cannot be asked', async () => {
    const dead = open(flow('A'), 1);
    dead.getState().apply(rename('B'));
    dead.getState().takePending();
    const alive = open(flow('A'), 1);
    await expect(adoptUnsent(alive, left(dead), nobody, upToDate)).rejects.toThrow();
    expect(alive.getState()).toMatchObject({ pending: [], document: { name: 'A' } });
  });

  it('a step that arrived is not added twice', async () => {
    const node = { id: 'new', type: 'message', version: 1, title: { en: 'New' }, position: { x: 1, y: 1 }, data: {} };
    const dead = open(flow('A'), 1);
    dead.getState().apply({ kind: 'batch', operations: [{ kind: 'node.add', node }] });
    const alive = open({ ...flow('A'), nodes: { new: node } }, 2);
    await adoptUnsent(alive, left(dead), nobody, upToDate);
    expect(alive.getState()).toMatchObject({ pending: [], conflicts: [] });
  });
});
