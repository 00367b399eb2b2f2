import type { FlowDocument, Position } from '@/flows/document/flow-document';

/** The canvas grid, in canvas pixels. */
export const GRID = 14;

export const CARD = { width: 224, height: 196 };
/** From one column of cards to the next. */
export const COLUMN = CARD.width + 84;
const GAP = GRID * 2;

/** The wanted place on the grid, or the first free one below it: a new card never lies on another. */
export function freePosition(document: FlowDocument, wanted: Position): Position {
  return freePlaces(document, [{ x: snap(wanted.x), y: snap(wanted.y) }])[0] ?? wanted;
}

/** The wanted places, all moved down together until none of the cards lies on one of the flow. */
export function freePlaces(document: FlowDocument, wanted: readonly Position[]): Position[] {
  const nodes = Object.values(document.nodes);
  let down = 0;
  const blocked = () =>
    wanted.some(({ x, y }) => nodes.some(({ position }) => Math.abs(position.x - x) < CARD.width + GAP && Math.abs(position.y - y - down) < CARD.height + GAP));
  while (blocked()) down += GRID;
  return wanted.map(({ x, y }) => ({ x, y: y + down }));
}

export function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}
