import type { UnsentKey, UnsentShelf } from '../../../../_unsent/unsent-shelf';
import { SIGN_OF_LIFE_MS } from '../../../../_unsent/tab-life';
import type { EditorStore } from './editor-store';
import { LONGEST_RECORD, unsentRecord } from './unsent-record';

interface Keeping {
  shelf: UnsentShelf;
  key: UnsentKey;
  store: EditorStore;
  /** The browser cannot keep the changes (its storage is full or closed), told once until it can again. */
  onFailed(): void;
  /** Writes again every few seconds, to say that this tab lives. */
  signs: boolean;
}

/**
 * Writes every change aside in the moment it is made, and clears it when the server has it. Returns the way to stop,
 * which leaves what is unsent on the shelf.
 */
export function keepUnsent({ shelf, key, store, onFailed, signs }: Keeping): () => void {
  let kept = false;
  let failed = false;
  const write = (): void => {
    const data = unsentRecord(store.getState());
    if (data === null) {
      if (kept) shelf.remove(key).catch(() => undefined);
      kept = false;
      return;
    }
    kept = true;
    const written = data.length > LONGEST_RECORD ? Promise.reject(new Error('too long')) : shelf.put({ ...key, at: Date.now(), data });
    written.then(
      () => (failed = false),
      () => {
        if (!failed) onFailed();
        failed = true;
      },
    );
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.pending !== before.pending || state.conflicts !== before.conflicts || state.sending !== before.sending || state.saved !== before.saved) write();
  });
  const timer = signs ? setInterval(() => kept && write(), SIGN_OF_LIFE_MS) : undefined;
  return () => {
    unsubscribe();
    clearInterval(timer);
  };
}
