import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDocument } from '@/flows/document/flow-document';
import { QUIET_MS, startAutosave, type SendResult } from './autosave';
import { createEditorStore } from './editor-store';

const rename = (value: string) => ({ kind: 'document.set' as const, path: 'name' as const, value });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function studio(answer: (call: number) => SendResult | Error) {
  const store = createEditorStore({ document: emptyDocument('A', ['en']), revision: 1, language: 'en', readOnly: false });
  const sent: unknown[] = [];
  const autosave = startAutosave({
    store,
    send: async (batch) => {
      sent.push(batch);
      const result = answer(sent.length);
      if (result instanceof Error) throw result;
      return result;
    },
  });
  return { store, sent, autosave };
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

  it('keeps changes while the server is away and sends them when it is back', async () => {
    const { store, sent } = studio((call) => (call < 3 ? new Error('away') : { outcome: 'saved', revision: 2 }));
    store.getState().apply(rename('B'));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(store.getState()).toMatchObject({ save: 'offline', pending: [rename('B')] });
    store.getState().apply(rename('C'));
    expect(store.getState().save).toBe('offline');
    await vi.advanceTimersByTimeAsync(2000 + 4000);
    expect(sent).toHaveLength(3);
    expect(sent.at(-1)).toEqual({ baseRevision: 1, operations: [rename('C')] });
    expect(store.getState().save).toBe('saved');
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
});
