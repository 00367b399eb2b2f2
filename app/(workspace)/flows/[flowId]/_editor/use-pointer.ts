'use client';

import { useReactFlow } from '@xyflow/react';
import { useEffect, useMemo } from 'react';
import type { Position } from '@/flows/document/flow-document';

/** Where the pointer was last seen over the canvas, in the window; null when it is elsewhere. There is one pointer. */
let seen: Position | null = null;

/** Where the pointer is while it is over the canvas: in the window, and in the canvas' own measure. */
export function usePointer(): { inWindow: () => Position | null; toCanvas: () => Position | null } {
  const flow = useReactFlow();
  return useMemo(() => ({ inWindow: () => seen, toCanvas: () => seen && flow.screenToFlowPosition(seen) }), [flow]);
}

/** Keeps an eye on the pointer; for the canvas. */
export function useWatchPointer(region: { current: HTMLElement | null }): void {
  useEffect(() => {
    const watch = ({ clientX: x, clientY: y, target }: PointerEvent): void => {
      seen = target instanceof Node && region.current?.contains(target) ? { x, y } : null;
    };
    window.addEventListener('pointermove', watch);
    return () => {
      seen = null;
      window.removeEventListener('pointermove', watch);
    };
  }, [region]);
}
