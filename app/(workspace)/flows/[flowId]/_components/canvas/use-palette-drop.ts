'use client';

import { useReactFlow } from '@xyflow/react';
import type { DragEvent } from 'react';
import { defaultRegistry } from '@/flows/nodes/registry';
import { STEP_DRAG_TYPE } from '../palette/step-drag-type';
import { useAddStep } from '../../_editor/use-add-step';

/** The canvas as the place where palette items are dropped. */
export function usePaletteDrop() {
  const addStep = useAddStep();
  const flow = useReactFlow();
  return {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes(STEP_DRAG_TYPE)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop(event: DragEvent) {
      const type = defaultRegistry.get(event.dataTransfer.getData(STEP_DRAG_TYPE));
      if (!type) return;
      event.preventDefault();
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      addStep(type, { x: at.x - 112, y: at.y - 18 });
    },
  };
}
