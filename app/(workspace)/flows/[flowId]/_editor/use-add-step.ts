'use client';

import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import type { Position } from '@/flows/document/flow-document';
import type { AnyNodeType } from '@/flows/nodes/define-node';
import { freePosition } from './free-position';
import { newNode } from './new-node';
import { useEditorStore } from './use-editor';

const CARD_WIDTH = 224;
const COLUMN_GAP = 84;

/** Adds a step and selects it: at `at` (canvas coordinates), else right of the selected step, else in the middle of the view. */
export function useAddStep(): (type: AnyNodeType, at?: Position) => void {
  const store = useEditorStore();
  const flow = useReactFlow();
  return useCallback(
    (type, at) => {
      const { document, selected, apply, select } = store.getState();
      const beside = selected === null ? undefined : document.nodes[selected]?.position;
      const wanted = at ?? (beside ? { x: beside.x + CARD_WIDTH + COLUMN_GAP, y: beside.y } : middleOfView());
      const node = newNode(document, type, freePosition(document, wanted));
      if (!apply({ kind: 'node.add', node })) return;
      select(node.id);
      const { x, y, zoom } = flow.getViewport();
      const pane = globalThis.document.querySelector('.studio-canvas')?.getBoundingClientRect();
      const left = node.position.x * zoom + x;
      const top = node.position.y * zoom + y;
      const seen = pane && left >= 0 && top >= 0 && left + CARD_WIDTH * zoom <= pane.width && top + 120 * zoom <= pane.height;
      if (!seen) void flow.setCenter(node.position.x + CARD_WIDTH / 2, node.position.y + 80, { zoom, duration: 240 });
    },
    [store, flow],
  );

  function middleOfView(): Position {
    const pane = globalThis.document.querySelector('.studio-canvas')?.getBoundingClientRect();
    if (!pane) return { x: 0, y: 0 };
    const { x, y } = flow.screenToFlowPosition({ x: pane.left + pane.width / 2, y: pane.top + pane.height / 2 });
    return { x: x - CARD_WIDTH / 2, y: y - 80 };
  }
}
