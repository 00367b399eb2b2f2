import { createTabLife } from '../../../../_unsent/tab-life';
import { openUnsentShelf, type UnsentEntry } from '../../../../_unsent/unsent-shelf';
import { adoptUnsent } from './adopt-unsent';
import type { Batch, SendResult } from './autosave';
import type { EditorStore } from './editor-store';
import { keepUnsent } from './keep-unsent';
import { freshId } from './fresh-id';
import { readUnsentRecord } from './unsent-record';

interface Rescue {
  user: string;
  flow: string;
  store: EditorStore;
  send(batch: Batch): Promise<SendResult>;
  /** Brings the editor to the server's draft, as far as it can be reached. */
  catchUp(): Promise<void>;
  onFailed(): void;
  onAdopted(count: number): void;
}

/** How often this tab looks for what others left, beside the moments it is looked at. */
const LOOK_MS = 10_000;

/**
 * Keeps this tab's unsent changes on the shelf, and takes over those of this person's tabs that are gone: killed, or
 * closed before the server had everything.
 */
export function startRescue({ user, flow, store, send, catchUp, onFailed, onAdopted }: Rescue): { stop(): void } {
  const shelf = openUnsentShelf();
  const ending = new AbortController();
  const life = createTabLife(shelf, navigator.locks);
  const tab = freshId('tab', () => false);
  const waitedFor = new Set([tab]);
  life.hold(tab, ending.signal);
  const stopKeeping = keepUnsent({ shelf, key: { user, flow, tab }, store, onFailed, signs: life.needsSigns });

  const look = async (): Promise<void> => {
    const entries = await shelf.of(user, flow).catch(() => []);
    for (const entry of entries) {
      if (waitedFor.has(entry.tab) || ending.signal.aborted) continue;
      waitedFor.add(entry.tab);
      life.whenGone(entry, ending.signal, () => adopt(entry)).catch(() => waitedFor.delete(entry.tab));
    }
  };
  void look();
  const timer = setInterval(() => void look(), LOOK_MS);
  const onShown = (): void => void look();
  document.addEventListener('visibilitychange', onShown);
  window.addEventListener('online', onShown);

  return {
    stop() {
      stopKeeping();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onShown);
      window.removeEventListener('online', onShown);
      // Last: from now on other tabs may take over what is left.
      ending.abort();
      shelf.close();
    },
  };

  /** Read again: the tab may have sent it all before it went, or another may have taken it over. */
  async function adopt({ tab: left }: UnsentEntry): Promise<void> {
    const key = { user, flow, tab: left };
    const entry = await shelf.get(key);
    const record = entry && readUnsentRecord(entry.data);
    if (entry && !record) return shelf.remove(key);
    if (!record || ending.signal.aborted) return;
    const count = await adoptUnsent(store, record, send, catchUp);
    // Own writing went out before this, in the moment of taking over: there is no instant at which neither has it.
    await shelf.remove(key);
    if (count > 0) onAdopted(count);
  }
}
