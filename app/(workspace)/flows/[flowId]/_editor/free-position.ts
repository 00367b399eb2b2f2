import type { FlowDocument, Position } from '@/flows/document/flow-document';
import { portsOf } from './ports-of';

/** The canvas grid, in canvas pixels. */
export const GRID = 14;

export const CARD = { width: 224, height: 196 };
/** From one column of cards to the next. */
export const COLUMN = CARD.width + 84;
const GAP = GRID * 2;
/** A card with many ways out is taller. */
const HEAD_AND_BODY = 122;
const PORT_ROW = 26;

/** The wanted place on the grid, or the first free one below it: a new card never lies on another. */
export function freePosition(document: FlowDocument, wanted: Position): Position {
  return freePlaces(document, [{ x: snap(wanted.x), y: snap(wanted.y) }])[0] ?? wanted;
}

/** The wanted places, all moved down together until none of the cards lies on one of the flow. */
export function freePlaces(document: FlowDocument, wanted: readonly Position[]): Position[] {
  const nodes = Object.values(document.nodes).map((node) => ({ position: node.position, height: Math.max(CARD.height, HEAD_AND_BODY + portsOf(document, node).length * PORT_ROW) }));
  let down = 0;
  const blocked = () =>
    wanted.some(({ x, y }) =>
      nodes.some(({ position, height }) => Math.abs(position.x - x) < CARD.width + GAP && y + down < position.y + height + GAP && position.y < y + down + CARD.height + GAP),
    );
  while (blocked()) down += GRID;
  return wanted.map(({ x, y }) => ({ x, y: y + down }));
}

export function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}
