'use client';

import { useCallback, useMemo, useState } from 'react';
import type { FlowView } from '@/lib/api/view-models';
import { useEditor } from '../../_editor/use-editor';

export interface Version {
  /** The newest published version's number; null before the first. */
  number: number | null;
  /** Known to be exactly what is drawn now. */
  current: boolean;
}

/** Which version the drawing comes from, and whether it is still that version. */
export function useVersion(flow: FlowView) {
  const [latest, setLatest] = useState<{ number: number; revision: number } | null>(null);
  const revision = useEditor((editor) => editor.revision);
  const unsent = useEditor((editor) => editor.pending.length > 0);
  const published = useCallback((number: number, at: number) => setLatest({ number, revision: at }), []);
  const current = useMemo<Version>(
    () => ({
      number: latest?.number ?? flow.published?.number ?? null,
      current: latest !== null && latest.revision === revision && !unsent,
    }),
    [latest, flow.published, revision, unsent],
  );
  return { current, published };
}
