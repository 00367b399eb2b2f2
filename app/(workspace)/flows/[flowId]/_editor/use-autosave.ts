'use client';

import { TRPCClientError } from '@trpc/client';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import type { StaleRevision } from '@/lib/api/view-models';
import { toast } from '@/lib/ui/toast';
import { errorCode } from '../../../../_trpc/error-code';
import { useLive } from '../../../../_trpc/live';
import { useTRPCClient } from '../../../../_trpc/provider';
import { startAutosave, type Autosave, type Batch, type SendResult } from './autosave';
import type { EditorStore } from './editor-store';
import { startRescue } from './rescue';

/** No answer, or one that says nothing about our changes: worth another try. */
const PASSING = new Set(['no-answer', 'internal', 'unknown', 'too-many-requests', 'timeout']);
/** A colleague who works on the same flow saves every second: that she does is said once in a while. */
const TOLD_AGAIN_MS = 60_000;

export interface AutosaveHandle {
  /** Sends what is pending now; resolves when it is saved or cannot be. */
  flush(): Promise<void>;
}

/** Keeps the server's draft in step with the editor, and what it does not have yet safe in this browser. */
export function useAutosave(flowId: string, userId: string, store: EditorStore): AutosaveHandle {
  const client = useTRPCClient();
  const t = useTranslations('studio.save');
  const autosave = useRef<Autosave | null>(null);
  const say = useRef(t);
  useEffect(() => void (say.current = t), [t]);
  const toldAt = useRef(0);

  useLive((event) => {
    if (event.kind === 'resync') autosave.current?.heard();
    if (event.kind !== 'flow' || event.id !== flowId) return;
    const { revision, save, pending } = store.getState();
    const ours = event.by.id === userId;
    // While one of ours is on its way, this may be its echo.
    if (event.revision > revision && pending.length === 0 && !(ours && save === 'saving') && Date.now() - toldAt.current > TOLD_AGAIN_MS) {
      toldAt.current = Date.now();
      toast(ours ? t('changedElsewhere') : t('changedBy', { name: event.by.name }));
    }
    autosave.current?.heard(event.revision);
  });

  useEffect(() => {
    const running = startAutosave({ store, send, read });
    autosave.current = running;
    const rescue = store.getState().readOnly
      ? null
      : startRescue({
          user: userId,
          flow: flowId,
          store,
          send,
          catchUp: () => {
            running.heard();
            return running.flush();
          },
          onFailed: () => toast(say.current('notKept'), { tone: 'failed' }),
          onAdopted: (count) => toast(say.current('adopted', { count })),
        });
    let leaving = false;
    const warn = (event: BeforeUnloadEvent) => {
      if (!leaving && store.getState().pending.length > 0) event.preventDefault();
    };
    window.addEventListener('online', running.now);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', running.now);
      window.removeEventListener('beforeunload', warn);
      void running.flush().finally(() => {
        running.stop();
        rescue?.stop();
      });
    };

    async function send(batch: Batch): Promise<SendResult> {
      try {
        const { revision } = await client.flows.save.mutate({ id: flowId, ...batch });
        return { outcome: 'saved', revision };
      } catch (error) {
        const code = errorCode(error);
        if (code === 'unauthenticated') {
          // The session ended: what is unsent waits in this browser and is sent after signing in again.
          leaving = true;
          window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`);
          throw error;
        }
        if (PASSING.has(code)) throw error;
        const stale = code === 'stale-revision' ? staleOf(error) : null;
        return stale ? { outcome: 'stale', ...stale } : { outcome: 'refused' };
      }
    }

    async function read(): Promise<StaleRevision> {
      const { revision, document } = await client.flows.get.query({ id: flowId });
      return { revision, document };
    }
  }, [client, flowId, store, userId]);

  return useMemo(() => ({ flush: async () => autosave.current?.flush() }), []);
}

/** The draft as the server has it, from a refusal. */
export function staleOf(error: unknown): StaleRevision | null {
  if (!(error instanceof TRPCClientError)) return null;
  const relais = (error.data as { relais?: Partial<StaleRevision> } | undefined)?.relais;
  return relais?.document && relais.revision !== undefined ? { document: relais.document, revision: relais.revision } : null;
}
