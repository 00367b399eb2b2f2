'use client';

import { useReactFlow } from '@xyflow/react';
import { useCallback, type KeyboardEvent, type RefObject } from 'react';
import type { NodeId } from '@/flows/document/flow-document';
import { GRID } from '../../_editor/free-position';
import { neighbour, type Direction } from '../../_editor/neighbour';
import { useEditorStore } from '../../_editor/use-editor';
import { useStudio } from '../../_editor/use-studio';
import { useRemoveSelected } from '../../_editor/use-remove-selected';

const DIRECTIONS: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** The canvas by keyboard: arrows follow the links, Alt moves, Enter edits, C links, Delete removes, Escape lets go. */
export function useCanvasKeys(region: RefObject<HTMLDivElement | null>) {
  const store = useEditorStore();
  const { focusInspector } = useStudio();
  const removeSelected = useRemoveSelected();
  const flow = useReactFlow();

  return useCallback(
    (event: KeyboardEvent<HTMLDivElement>) => {
      const from = event.target as HTMLElement;
      if (from.closest('input, textarea, [role="radiogroup"]') || event.ctrlKey || event.metaKey) return;
      const step = from.closest<HTMLElement>('[data-step]')?.dataset['step'] ?? store.getState().selected;
      const port = from.closest<HTMLElement>('[data-port]')?.dataset['port'];
      if (act(event, step ?? null, port)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    [store, focusInspector, removeSelected, flow, region],
  );

  function act(event: KeyboardEvent, step: NodeId | null, port: string | undefined): boolean {
    const { select, startLinking, apply, readOnly } = store.getState();
    const direction = DIRECTIONS[event.key];
    if (direction && step) return event.altKey ? move(step, direction) : go(step, direction);
    switch (event.key) {
      case 'Enter':
        if (!step) return false;
        select(step);
        if (port && !readOnly) startLinking(step, port);
        else focusInspector();
        return true;
      case ' ':
        if (!step) return false;
        select(step);
        return true;
      case 'c':
      case 'C':
        if (!step || !port || readOnly) return false;
        startLinking(step, port);
        return true;
      case 'Delete':
      case 'Backspace':
        if (port && step) return apply({ kind: 'edge.set', from: step, port, to: null });
        if (step && from(event) === step) select(step);
        return removeSelected();
      case 'Escape':
        select(null);
        return true;
      case '1':
        void flow.fitView({ padding: 0.08, maxZoom: 1, duration: 240 });
        return true;
      case '0':
        void flow.zoomTo(1, { duration: 240 });
        return true;
      case '+':
        void flow.zoomIn({ duration: 160 });
        return true;
      case '-':
        void flow.zoomOut({ duration: 160 });
        return true;
      default:
        return false;
    }
  }

  function go(step: NodeId, direction: Direction): boolean {
    const next = neighbour(store.getState().document, step, direction);
    if (!next) return true;
    store.getState().select(next);
    region.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(next)}"]`)?.focus();
    return true;
  }

  function move(id: NodeId, direction: Direction): boolean {
    const at = store.getState().document.nodes[id]?.position;
    if (!at) return false;
    const dx = direction === 'left' ? -GRID : direction === 'right' ? GRID : 0;
    const dy = direction === 'up' ? -GRID : direction === 'down' ? GRID : 0;
    return store.getState().apply({ kind: 'node.move', id, position: { x: at.x + dx, y: at.y + dy } });
  }
}

function from(event: KeyboardEvent): string | undefined {
  return (event.target as HTMLElement).closest<HTMLElement>('[data-step]')?.dataset['step'];
}
