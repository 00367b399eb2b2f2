'use client';

import { TRPCClientError } from '@trpc/client';
import { useEffect, useMemo, useRef } from 'react';
import type { StaleRevision } from '@/lib/api/view-models';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPCClient } from '../../../../_trpc/provider';
import { startAutosave, type SendResult } from './autosave';
import type { EditorStore } from './editor-store';
import { keepUnsent } from './unsent';

/** No answer, or one that says nothing about our changes: worth another try. */
const PASSING = new Set(['no-answer', 'internal', 'unknown', 'too-many-requests', 'timeout']);

export interface AutosaveHandle {
  /** Sends what is pending now; resolves when it is saved or cannot be. */
  flush(): Promise<void>;
}

/** Keeps the server's draft in step with the editor. Leaving asks first while changes are unsent, and keeps them for this tab. */
export function useAutosave(flowId: string, store: EditorStore): AutosaveHandle {
  const client = useTRPCClient();
  const autosave = useRef<ReturnType<typeof startAutosave> | null>(null);

  useEffect(() => {
    const running = startAutosave({ store, send });
    autosave.current = running;
    const warn = (event: BeforeUnloadEvent) => {
      if (store.getState().pending.length > 0) event.preventDefault();
    };
    const keep = () => keepUnsent(sessionStorage, flowId, store);
    window.addEventListener('pagehide', keep);
    window.addEventListener('online', running.now);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('pagehide', keep);
      window.removeEventListener('online', running.now);
      window.removeEventListener('beforeunload', warn);
      keep();
      void running.flush().finally(() => {
        running.stop();
        keep();
      });
    };

    async function send(batch: Parameters<Parameters<typeof startAutosave>[0]['send']>[0]): Promise<SendResult> {
      try {
        const { revision } = await client.flows.save.mutate({ id: flowId, ...batch });
        return { outcome: 'saved', revision };
      } catch (error) {
        const code = errorCode(error);
        if (PASSING.has(code)) throw error;
        const stale = code === 'stale-revision' ? staleOf(error) : null;
        return stale ? { outcome: 'stale', ...stale } : { outcome: 'refused' };
      }
    }
  }, [client, flowId, store]);

  return useMemo(() => ({ flush: async () => autosave.current?.flush() }), []);
}

/** The draft as the server has it, from a refusal. */
export function staleOf(error: unknown): StaleRevision | null {
  if (!(error instanceof TRPCClientError)) return null;
  const relais = (error.data as { relais?: Partial<StaleRevision> } | undefined)?.relais;
  return relais?.document && relais.revision !== undefined ? { document: relais.document, revision: relais.revision } : null;
}
