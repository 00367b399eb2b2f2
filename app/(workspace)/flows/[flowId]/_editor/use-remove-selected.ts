'use client';

import { useCallback } from 'react';
import { useEditorStore } from './use-editor';

/** Removes the selected link or step; false when nothing is selected. Undo brings it back. */
export function useRemoveSelected(): () => boolean {
  const store = useEditorStore();
  return useCallback(() => {
    const { selected, selectedLink, document, apply } = store.getState();
    const link = selectedLink === null ? undefined : document.edges[selectedLink];
    if (link) return apply({ kind: 'edge.set', from: link.from, port: link.port, to: null });
    return selected !== null && apply({ kind: 'node.remove', id: selected });
  }, [store]);
}
