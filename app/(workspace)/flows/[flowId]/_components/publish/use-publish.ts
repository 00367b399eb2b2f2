'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorCode } from '../../../../../_trpc/error-code';
import { useTRPC, useTRPCClient } from '../../../../../_trpc/provider';
import { staleOf, type AutosaveHandle } from '../../_editor/use-autosave';
import { useEditorStore } from '../../_editor/use-editor';

type PublishState =
  | { step: 'asking' }
  | { step: 'sending' }
  /** The drawing shown is not the draft the server has. */
  | { step: 'unsent'; why: 'notSaved' | 'inConflict' }
  | { step: 'failed'; code: string }
  | { step: 'done'; number: number };

/** Saves what is unsent, then publishes exactly the revision that was shown. */
export function usePublish(flowId: string, autosave: AutosaveHandle, onPublished: (number: number, revision: number) => void) {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const store = useEditorStore();
  const [state, setState] = useState<PublishState>({ step: 'asking' });
  const [note, setNote] = useState('');

  return { state, note, setNote, publish };

  async function publish(): Promise<void> {
    setState({ step: 'sending' });
    await autosave.flush();
    const { revision, pending, conflicts } = store.getState();
    if (pending.length > 0) return setState({ step: 'unsent', why: 'notSaved' });
    if (conflicts.length > 0) return setState({ step: 'unsent', why: 'inConflict' });
    try {
      const text = note.trim();
      const { number } = await client.flows.publish.mutate({ id: flowId, revision, ...(text !== '' && { note: text }) });
      onPublished(number, revision);
      setState({ step: 'done', number });
      void queries.invalidateQueries(trpc.flows.list.queryFilter());
    } catch (error) {
      const stale = staleOf(error);
      if (stale) store.getState().rebaseOnto(stale.document, stale.revision);
      setState({ step: 'failed', code: errorCode(error) });
    }
  }
}
