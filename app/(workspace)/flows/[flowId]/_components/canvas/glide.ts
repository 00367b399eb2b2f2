import type { Dispatch, SetStateAction } from 'react';
import type { StepNodeType } from './step-node';

const DURATION_MS = 240;

/** Moves cards from where they are seen to where they belong, in 240 ms; at once for who wants no motion. Stopped, it ends at once. */
export function glide(setNodes: Dispatch<SetStateAction<StepNodeType[]>>, arrive: (before: StepNodeType[]) => StepNodeType[]): () => void {
  let start: number | null = null;
  let from: ReadonlyMap<string, { x: number; y: number }> | null = null;
  let frame = 0;
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) setNodes(arrive);
  else frame = requestAnimationFrame(next);
  return () => {
    if (frame === 0) return;
    cancelAnimationFrame(frame);
    setNodes(arrive);
  };

  function next(now: number): void {
    start ??= now;
    const part = Math.min(1, (now - start) / DURATION_MS);
    // Fast at first, then slower.
    const eased = 1 - (1 - part) ** 3;
    setNodes((before) => {
      const there = arrive(before.map((node) => ({ ...node })));
      from ??= new Map(before.map(({ id, position }) => [id, position]));
      if (part === 1) return arrive(before);
      return there.map((node) => {
        const began = from?.get(node.id) ?? node.position;
        return { ...node, position: { x: began.x + (node.position.x - began.x) * eased, y: began.y + (node.position.y - began.y) * eased } };
      });
    });
    frame = part === 1 ? 0 : requestAnimationFrame(next);
  }
}
