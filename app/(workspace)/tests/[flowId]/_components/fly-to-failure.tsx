'use client';

import { useNodesInitialized } from '@xyflow/react';
import { useEffect } from 'react';
import { useStudio } from '../../../flows/[flowId]/_editor/use-studio';

/** Moves the view to where the selected test fails. */
export function FlyToFailure({ step }: { step: string | null }): null {
  const { flyTo } = useStudio();
  const ready = useNodesInitialized();
  useEffect(() => {
    if (!ready || step === null) return undefined;
    // After the opening view, and after the panel below has taken its place.
    const frame = requestAnimationFrame(() => flyTo(step));
    return () => cancelAnimationFrame(frame);
  }, [ready, step, flyTo]);
  return null;
}
