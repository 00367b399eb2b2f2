'use client';

import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { COLUMN } from './free-position';
import { quickAddStart } from './quick-add-start';
import { useEditorStore } from './use-editor';
import { usePointer } from './use-pointer';

/**
 * Opens the list of steps to add: beside the selected step when it has a way out to be linked, else at the pointer, else
 * in the middle of the canvas.
 */
export function useQuickAdd(): () => void {
  const store = useEditorStore();
  const flow = useReactFlow();
  const { inWindow } = usePointer();
  return useCallback(() => {
    const { open, document } = store.getState();
    const atHand = globalThis.document.activeElement?.closest<HTMLElement>('[data-port]')?.dataset['port'] ?? null;
    const from = quickAddStart(store.getState(), atHand);
    const beside = from && document.nodes[from.node]?.position;
    const pane = globalThis.document.querySelector('[data-canvas]')?.getBoundingClientRect();
    const middle = pane ? { x: pane.left + pane.width / 2 - 160, y: pane.top + pane.height / 4 } : { x: 0, y: 0 };
    const at = beside ? flow.flowToScreenPosition({ x: beside.x + COLUMN, y: beside.y }) : (inWindow() ?? middle);
    open({ kind: 'quick-add', at, from });
  }, [store, flow, inWindow]);
}
