'use client';

import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import type { NodeId, PortId, Position } from '@/flows/document/flow-document';
import type { AnyNodeType } from '@/flows/nodes/define-node';
import { COLUMN } from './free-position';
import { insertStep } from './insert-step';
import { reveal } from './reveal';
import { useEditorStore } from './use-editor';

const CARD = { width: 224, height: 120 };

/**
 * Adds a step and selects it: at `at` (canvas coordinates), else right of the selected step, else in the middle of the
 * view. `from` is the way out that leads to it.
 */
export function useAddStep(): (type: AnyNodeType, at?: Position, from?: { node: NodeId; port: PortId } | null) => NodeId | null {
  const store = useEditorStore();
  const flow = useReactFlow();
  return useCallback(
    (type, at, from = null) => {
      const { document, selected } = store.getState();
      const beside = document.nodes[from?.node ?? selected ?? '']?.position;
      const wanted = at ?? (beside ? { x: beside.x + COLUMN, y: beside.y } : middleOfView());
      const id = insertStep(store, type, wanted, from);
      const position = id === null ? undefined : store.getState().document.nodes[id]?.position;
      if (!position) return null;
      reveal(flow, { ...position, ...CARD });
      return id;
    },
    [store, flow],
  );

  function middleOfView(): Position {
    const pane = globalThis.document.querySelector('.studio-canvas')?.getBoundingClientRect();
    if (!pane) return { x: 0, y: 0 };
    const { x, y } = flow.screenToFlowPosition({ x: pane.left + pane.width / 2, y: pane.top + pane.height / 2 });
    return { x: x - CARD.width / 2, y: y - 80 };
  }
}
