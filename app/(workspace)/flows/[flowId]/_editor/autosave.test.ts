import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDocument } from '@/flows/document/flow-document';
import { QUIET_MS, startAutosave, type SendResult } from './autosave';
import { createEditorStore } from './editor-store';

const rename = (value: string) => ({ kind: 'document.set' as const, path: 'name' as const, value });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function studio(answer: (call: number) => SendResult | Error, draft = { revision: 1, document: emptyDocument('A', ['en']) }) {
  const store = createEditorStore({ document: emptyDocument('A', ['en']), revision: 1, language: 'en', readOnly: false });
  const sent: unknown[] = [];
  let reads = 0;
  const autosave = startAutosave({
    store,
    send: async (batch) => {
      sent.push(batch);
      const result = answer(sent.length);
      if (result instanceof Error) throw result;
      return result;
    },
    read: async () => {
      reads += 1;
      return draft;
    },
  });
  return { store, sent, autosave, reads: () => reads };
}

describe('startAutosave', () => {
  it('waits until the hand rests, then sends once', async () => {
    const { store, sent } = studio((call) => ({ outcome: 'saved', revision: 1 + call }));
    store.getState().apply(rename('B'));
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    store.getState().apply(rename('C'));
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    expect(sent).toEqual([]);
    expect(store.getState().save).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([{ baseRevision: 1, operations: [rename('C')] }]);
    expect(store.getState()).toMatchObject({ save: 'saved', revision: 2, pending: [] });
  });

  it('keeps changes while the server is away and sends the same batch again, then what came after it', async () => {
    const { store, sent } = studio((call) => (call < 3 ? new Error('away') : { outcome: 'saved', revision: call - 1 }));
    store.getState().apply(rename('B'));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(store.getState()).toMatchObject({ save: 'offline', pending: [rename('B')] });
    store.getState().apply(rename('C'));
    expect(store.getState().save).toBe('offline');
    await vi.advanceTimersByTimeAsync(2000 + 4000);
    // The first may have been written although nobody said so: it must come again as it was, to be known again.
    expect(sent).toEqual([1, 1, 1, 2].map((baseRevision, index) => ({ baseRevision, operations: [rename(index < 3 ? 'B' : 'C')] })));
    expect(store.getState()).toMatchObject({ save: 'saved', revision: 3, document: { name: 'C' }, conflicts: [] });
  });

  it('takes the newer draft and sends again on top of it', async () => {
    const theirs = { ...emptyDocument('A', ['en']), languages: ['en', 'fr'] };
    const { store, sent } = studio((call) => (call === 1 ? { outcome: 'stale', revision: 5, document: theirs } : { outcome: 'saved', revision: 6 }));
    store.getState().apply(rename('B'));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(sent.at(-1)).toEqual({ baseRevision: 5, operations: [rename('B')] });
    expect(store.getState()).toMatchObject({ save: 'saved', revision: 6, document: { name: 'B', languages: ['en', 'fr'] } });
  });

  it('stops at a refusal, keeps the change, and tries again with the next one', async () => {
    const { store, sent } = studio((call) => (call === 1 ? { outcome: 'refused' } : { outcome: 'saved', revision: 2 }));
    store.getState().apply(rename('B'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(store.getState()).toMatchObject({ save: 'refused', pending: [rename('B')] });
    store.getState().apply(rename('C'));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(store.getState().save).toBe('saved');
  });

  it('flush sends at once', async () => {
    const { store, autosave } = studio(() => ({ outcome: 'saved', revision: 2 }));
    store.getState().apply(rename('B'));
    await autosave.flush();
    expect(store.getState().save).toBe('saved');
  });

  it('reads a newer draft it hears of, and nothing for the echo of its own save', async () => {
    const theirs = { ...emptyDocument('Theirs', ['en']), languages: ['en', 'fr'] };
    const { store, autosave, reads } = studio(() => ({ outcome: 'saved', revision: 2 }), { revision: 4, document: theirs });
    store.getState().apply(rename('B'));
    await autosave.flush();
    autosave.heard(2);
    await vi.advanceTimersByTimeAsync(0);
    expect(reads()).toBe(0);
    autosave.heard(4);
    await vi.advanceTimersByTimeAsync(0);
    expect(reads()).toBe(1);
    expect(store.getState()).toMatchObject({ revision: 4, document: { name: 'Theirs' }, save: 'saved', merged: false });
  });

  it('puts what is typed while a newer draft is read on top of it', async () => {
    const theirs = { ...emptyDocument('A', ['en']), languages: ['en', 'fr'] };
    const { store, sent, autosave } = studio(() => ({ outcome: 'saved', revision: 5 }), { revision: 4, document: theirs });
    autosave.heard(4);
    store.getState().apply(rename('B'));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(store.getState()).toMatchObject({ revision: 5, document: { name: 'B', languages: ['en', 'fr'] } });
    expect(sent).toEqual([{ baseRevision: 4, operations: [rename('B')] }]);
  });

  it('what was refused is tried once more on a newer draft', async () => {
    const { store, sent, autosave } = studio(() => ({ outcome: 'refused' }), { revision: 2, document: { ...emptyDocument('A', ['en']), languages: ['en', 'fr'] } });
    store.getState().apply(rename('B'));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    autosave.heard(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([1, 2].map((baseRevision) => ({ baseRevision, operations: [rename('B')] })));
    expect(store.getState()).toMatchObject({ revision: 2, document: { name: 'B', languages: ['en', 'fr'] }, pending: [rename('B')], save: 'refused' });
  });
});
