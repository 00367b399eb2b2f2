'use client';

import { useNodesInitialized, useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { readingOrder } from '../../_editor/reading-order';
import { useEditorStore } from '../../_editor/use-editor';

/** Below this zoom a card's words cannot be read; a phone is held closer, but fingers need larger cards. */
const READABLE = { wide: 0.56, compact: 0.8 };
const MARGIN = 28;

/** The first look at a flow: all of it when it can be read so, else its beginning at a readable size. */
export function useOpeningView(compact: boolean): void {
  const flow = useReactFlow();
  const canvas = useStoreApi();
  const store = useEditorStore();
  const ready = useNodesInitialized();
  const done = useRef(false);

  useEffect(() => {
    const { width, height } = canvas.getState();
    if (done.current || !ready || width === 0) return;
    done.current = true;
    const bounds = flow.getNodesBounds(flow.getNodes());
    const fit = Math.min((width - 2 * MARGIN) / bounds.width, (height - 2 * MARGIN) / bounds.height);
    const zoom = Math.min(1, Math.max(compact ? READABLE.compact : READABLE.wide, fit));
    const first = store.getState().document.nodes[readingOrder(store.getState().document)[0] ?? ''];
    const wide = bounds.width * zoom > width - 2 * MARGIN;
    const tall = bounds.height * zoom > height - 2 * MARGIN;
    const middle = tall && first ? first.position.y + 18 : bounds.y + bounds.height / 2;
    void flow.setViewport({
      zoom,
      x: wide ? MARGIN - bounds.x * zoom : width / 2 - (bounds.x + bounds.width / 2) * zoom,
      y: height / 2 - middle * zoom,
    });
  }, [ready, flow, canvas, store, compact]);
}
