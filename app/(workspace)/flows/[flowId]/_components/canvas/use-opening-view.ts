'use client';

import { useNodesInitialized, useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { NodeId } from '@/flows/document/flow-document';
import { readingOrder } from '../../_editor/reading-order';
import { useEditorStore } from '../../_editor/use-editor';

/** Below this zoom a card's words cannot be read; a phone is held closer, but fingers need larger cards. */
const READABLE = { wide: 0.56, compact: 0.8 };
const MARGIN = 28;
const ALL: readonly NodeId[] = [];
/** From a card's top to the middle of its head. */
const HEAD_MIDDLE = 18;

/**
 * The first look at a flow: all of it when it can be read so, else its beginning at a readable size. Where `wanted`
 * names steps, these instead of all, and the first of them instead of the beginning.
 */
export function useOpeningView(compact: boolean, wanted: readonly NodeId[] = ALL): void {
  const flow = useReactFlow();
  const canvas = useStoreApi();
  const store = useEditorStore();
  const ready = useNodesInitialized();
  const done = useRef(false);

  useEffect(() => {
    const { width, height } = canvas.getState();
    if (done.current || !ready || width === 0) return;
    done.current = true;
    const { document } = store.getState();
    const order = readingOrder(document);
    const steps = order.filter((id) => wanted.includes(id));
    const bounds = flow.getNodesBounds(steps.length > 0 ? steps : flow.getNodes());
    const fit = Math.min((width - 2 * MARGIN) / bounds.width, (height - 2 * MARGIN) / bounds.height);
    const zoom = Math.min(1, Math.max(compact ? READABLE.compact : READABLE.wide, fit));
    const first = document.nodes[steps[0] ?? order[0] ?? ''];
    const wide = bounds.width * zoom > width - 2 * MARGIN;
    const tall = bounds.height * zoom > height - 2 * MARGIN;
    const left = steps.length > 0 && first ? first.position.x : bounds.x;
    const middle = tall && first ? first.position.y + HEAD_MIDDLE : bounds.y + bounds.height / 2;
    void flow.setViewport({
      zoom,
      x: wide ? MARGIN - left * zoom : width / 2 - (bounds.x + bounds.width / 2) * zoom,
      y: height / 2 - middle * zoom,
    });
  }, [ready, flow, canvas, store, compact, wanted]);
}
