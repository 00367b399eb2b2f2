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
  const { published: opened } = flow;
  const [latest, setLatest] = useState(opened && { number: opened.number, draftRevision: opened.draftRevision });
  const revision = useEditor((editor) => editor.revision);
  const unsent = useEditor((editor) => editor.pending.length > 0);
  const published = useCallback((number: number, draftRevision: number) => setLatest({ number, draftRevision }), []);
  const current = useMemo<Version>(
    () => ({ number: latest?.number ?? null, current: latest?.draftRevision === revision && !unsent }),
    [latest, revision, unsent],
  );
  return { current, published };
}
