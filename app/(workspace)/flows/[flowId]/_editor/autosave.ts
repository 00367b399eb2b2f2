import type { FlowDocument } from '@/flows/document/flow-document';
import type { Operation } from '@/flows/document/operations';
import type { EditorStore } from './editor-store';

export interface Batch {
  baseRevision: number;
  operations: Operation[];
}

export type SendResult =
  | { outcome: 'saved'; revision: number }
  | { outcome: 'stale'; revision: number; document: FlowDocument }
  /** The server answered and will not take it: repeating the same changes nothing. */
  | { outcome: 'refused' };

export interface Autosave {
  /** Sends now; resolves when nothing is pending or sending failed. */
  flush(): Promise<void>;
  /** The server has this revision: a newer one than ours is read, and ours put on top of it. Without a number, it is looked up. */
  heard(revision?: number): void;
  now(): void;
  stop(): void;
}

interface Server {
  store: EditorStore;
  /** Throws when the server cannot be reached; the same batch is then sent again as it was. */
  send(batch: Batch): Promise<SendResult>;
  /** The draft as the server has it; throws when it cannot be read. */
  read(): Promise<{ revision: number; document: FlowDocument }>;
}

/** Milliseconds after the last change before it is sent, and between attempts while the server is away. */
export const QUIET_MS = 600;
const RETRY_MS = [2000, 4000, 8000, 15_000, 30_000];

/** Keeps the editor and the server's draft in step: one request at a time, what is pending before what is new there. */
export function startAutosave({ store, send, read }: Server): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let failures = 0;
  let stopped = false;
  /** The newest revision anybody told of, and whether to look although nobody did. */
  let newest = 0;
  let look = false;

  const unsubscribe = store.subscribe((state, before) => {
    if (state.pending === before.pending || state.pending.length === 0) return;
    if (state.save !== 'saving' && state.save !== 'offline') schedule(QUIET_MS);
  });

  // What an earlier visit left behind is sent like any other change.
  if (store.getState().pending.length > 0) schedule(QUIET_MS);

  return {
    flush() {
      clearTimeout(timer);
      return run(true);
    },
    heard(revision) {
      if (revision === undefined) look = true;
      else newest = Math.max(newest, revision);
      if (look || newest > store.getState().revision) void run(false);
    },
    now: () => schedule(0),
    stop() {
      stopped = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };

  function schedule(ms: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void run(true), ms);
  }

  function run(again: boolean): Promise<void> {
    running ??= drain(again).finally(() => {
      running = null;
    });
    return running;
  }

  /** `again`: also what was refused before; hearing of something new is no reason to ask for that again. */
  async function drain(again: boolean): Promise<void> {
    let asksAgain = again;
    while (!stopped) {
      const { pending, revision, save } = store.getState();
      if (pending.length > 0 && (asksAgain || save !== 'refused')) {
        // What waited for its quiet moment goes now.
        clearTimeout(timer);
        const result = await attempt(() => send(store.getState().takePending()));
        if (result === null) return store.getState().sendingFailed('offline');
        if (result.outcome === 'refused') {
          store.getState().sendingFailed('refused');
          asksAgain = false;
        } else if (result.outcome === 'saved') store.getState().acknowledge(result.revision);
        else store.getState().rebaseOnto(result.document, result.revision);
      } else if (look || newest > revision) {
        look = false;
        const draft = await attempt(read);
        if (draft === null) {
          look = true;
          return;
        }
        newest = Math.min(newest, draft.revision);
        // What was typed meanwhile stands in `pending` and is put on top.
        if (draft.revision > store.getState().revision) store.getState().rebaseOnto(draft.document, draft.revision);
      } else return;
    }
  }

  async function attempt<T>(ask: () => Promise<T>): Promise<T | null> {
    try {
      const answer = await ask();
      failures = 0;
      return answer;
    } catch {
      schedule(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 30_000);
      return null;
    }
  }
}
