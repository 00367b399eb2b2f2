import type { ElkNode } from 'elkjs/lib/elk-api';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { SimpleOperation } from '@/flows/document/operation';
import { snap } from '../free-position';

/** The moves to the places ELK found, on the grid; the upper left corner of what was laid out stays where it was. */
export function layoutMoves(document: FlowDocument, laidOut: ElkNode): SimpleOperation[] {
  const cards = (laidOut.children ?? []).flatMap(({ id, x = 0, y = 0 }) => {
    const position = document.nodes[id]?.position;
    return position ? [{ id, x, y, position }] : [];
  });
  const least = (of: (card: (typeof cards)[number]) => number) => Math.min(...cards.map(of));
  const shift = {
    x: snap(least(({ position }) => position.x)) - least(({ x }) => x),
    y: snap(least(({ position }) => position.y)) - least(({ y }) => y),
  };
  return cards.flatMap(({ id, x, y, position }): SimpleOperation[] => {
    const to = { x: snap(x + shift.x), y: snap(y + shift.y) };
    return to.x === position.x && to.y === position.y ? [] : [{ kind: 'node.move', id, position: to }];
  });
}
