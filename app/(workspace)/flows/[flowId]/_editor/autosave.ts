import type { FlowDocument } from '@/flows/document/flow-document';
import type { Operation } from '@/flows/document/operations';
import type { EditorStore } from './editor-store';

export type SendResult =
  | { outcome: 'saved'; revision: number }
  | { outcome: 'stale'; revision: number; document: FlowDocument }
  /** The server answered and will not take it: repeating the same changes nothing. */
  | { outcome: 'refused' };

interface Autosave {
  store: EditorStore;
  /** Throws when the server cannot be reached. */
  send(batch: { baseRevision: number; operations: Operation[] }): Promise<SendResult>;
}

/** Milliseconds after the last change before it is sent, and between attempts while the server is away. */
export const QUIET_MS = 600;
const RETRY_MS = [2000, 4000, 8000, 15_000, 30_000];

/**
 * Sends what is pending, one batch at a time. Returns `flush` (send now; resolves when nothing is pending or sending
 * failed) and `stop`.
 */
export function startAutosave({ store, send }: Autosave) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let failures = 0;
  let stopped = false;

  const unsubscribe = store.subscribe((state, before) => {
    if (state.pending === before.pending || state.pending.length === 0) return;
    if (state.save !== 'saving' && state.save !== 'offline') schedule(QUIET_MS);
  });

  // What an earlier visit left behind is sent like any other change.
  if (store.getState().pending.length > 0) schedule(QUIET_MS);

  return {
    flush(): Promise<void> {
      clearTimeout(timer);
      running ??= drain().finally(() => {
        running = null;
      });
      return running;
    },
    stop(): void {
      stopped = true;
      clearTimeout(timer);
      unsubscribe();
    },
    now: (): void => schedule(0),
  };

  function schedule(ms: number): void {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => {
      running ??= drain().finally(() => {
        running = null;
      });
    }, ms);
  }

  async function drain(): Promise<void> {
    while (!stopped && store.getState().pending.length > 0) {
      const result = await attempt();
      if (result === null) return schedule(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 30_000);
      failures = 0;
      if (result.outcome === 'refused') return store.getState().sendingFailed('refused');
      if (result.outcome === 'saved') store.getState().acknowledge(result.revision);
      else store.getState().rebaseOnto(result.document, result.revision);
    }
  }

  async function attempt(): Promise<SendResult | null> {
    try {
      return await send(store.getState().takePending());
    } catch {
      store.getState().sendingFailed('offline');
      return null;
    }
  }
}
