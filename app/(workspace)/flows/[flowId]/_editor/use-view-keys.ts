'use client';

import { useReactFlow } from '@xyflow/react';
import { useHotkey } from '../../../../_shell/use-hotkey';
import { useEditorStore } from './use-editor';

/** Fit, selection, actual size, nearer and farther, wherever the keyboard is but in a field. */
export function useViewKeys(): void {
  const store = useEditorStore();
  const flow = useReactFlow();
  const chosen = () => {
    const { selection } = store.getState();
    return selection.length > 0 ? { nodes: selection.map((id) => ({ id })) } : {};
  };
  useHotkey('1', () => void flow.fitView({ padding: 0.08, maxZoom: 1, duration: 240 }));
  useHotkey('2', () => void flow.fitView({ padding: 0.2, maxZoom: 1, duration: 240, ...chosen() }));
  useHotkey('0', () => void flow.zoomTo(1, { duration: 240 }));
  useHotkey('+', () => void flow.zoomIn({ duration: 160 }));
  useHotkey('-', () => void flow.zoomOut({ duration: 160 }));
}
