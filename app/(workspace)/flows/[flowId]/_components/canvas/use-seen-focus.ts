'use client';

import { useReactFlow } from '@xyflow/react';
import { useCallback, type FocusEvent } from 'react';
import { reveal } from '../../_editor/reveal';

/** Where the keyboard goes on the canvas, the view goes too. A pointer only reaches what is seen. */
export function useSeenFocus(): (event: FocusEvent) => void {
  const flow = useReactFlow();
  return useCallback(
    ({ target }) => {
      const id = target.closest<HTMLElement>('[data-step]')?.dataset['step'];
      const card = id === undefined ? undefined : flow.getInternalNode(id);
      if (!card || !target.matches(':focus-visible')) return;
      const { width = 224, height = 160 } = card.measured;
      reveal(flow, { ...card.internals.positionAbsolute, width, height });
    },
    [flow],
  );
}
