'use client';

import { useStore, useUpdateNodeInternals, type Node, type NodeProps } from '@xyflow/react';
import { memo, useEffect, useRef } from 'react';
import { useStep } from '../../_editor/use-step';
import { EntryPill } from './entry-pill';
import { FarCard } from './far-card';
import { StepCard } from './step-card';

/** `index` of `total` in reading order, for announcements. */
export type StepNodeType = Node<{ index: number; total: number }, 'step'>;

const FAR_BELOW = 0.45;

/** A step on the canvas: its card, a smaller one from far away, or the pill where conversations begin. */
export const StepNode = memo(function StepNode({ id, data, selected }: NodeProps<StepNodeType>) {
  const far = useStore((state) => state.transform[2] < FAR_BELOW);
  const step = useStep(id);
  const remeasure = useUpdateNodeInternals();
  const shape = `${far} ${step?.ports.map(({ port }) => port.id).join(' ') ?? ''}`;
  const measured = useRef(shape);
  useEffect(() => {
    // React Flow measures a new card by itself; handles that move inside one it has to be told.
    if (measured.current === shape) return;
    measured.current = shape;
    remeasure(id);
  }, [id, remeasure, shape]);
  if (!step) return null;
  const props = { step, selected, index: data.index, total: data.total };
  if (step.entry) return <EntryPill {...props} />;
  return far ? <FarCard {...props} /> : <StepCard {...props} />;
});
