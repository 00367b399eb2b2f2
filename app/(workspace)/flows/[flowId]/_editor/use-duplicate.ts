'use client';

import { useCallback } from 'react';
import type { FlowNode } from '@/flows/document/flow-document';
import { freePosition } from './free-position';
import { freshId } from './fresh-id';
import { useEditorStore } from './use-editor';

/** Adds a copy of a step below it, without its links, and selects it. */
export function useDuplicate(): (node: FlowNode) => void {
  const store = useEditorStore();
  return useCallback(
    (node) => {
      const { document, apply, select } = store.getState();
      const id = freshId(node.type, (taken) => taken in document.nodes);
      const position = freePosition(document, { x: node.position.x, y: node.position.y + 224 });
      if (apply({ kind: 'node.add', node: { ...structuredClone(node), id, position } })) select(id);
    },
    [store],
  );
}
