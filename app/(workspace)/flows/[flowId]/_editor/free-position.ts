import type { FlowDocument, Position } from '@/flows/document/flow-document';

/** The canvas grid, in canvas pixels. */
export const GRID = 14;

const CARD = { width: 224, height: 196 };
const GAP = GRID * 2;

/** The wanted place on the grid, or the first free one below it: a new card never lies on another. */
export function freePosition(document: FlowDocument, wanted: Position): Position {
  const nodes = Object.values(document.nodes);
  const x = snap(wanted.x);
  let y = snap(wanted.y);
  const blocked = () =>
    nodes.some(({ position }) => Math.abs(position.x - x) < CARD.width + GAP && Math.abs(position.y - y) < CARD.height + GAP);
  while (blocked()) y += GRID;
  return { x, y };
}

export function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}
