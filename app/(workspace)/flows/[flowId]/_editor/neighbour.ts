import type { FlowDocument, NodeId } from '@/flows/document/flow-document';
import { portsOf } from './ports-of';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The step an arrow key leads to: right along the first link out, left back along a link in, up and down to the nearest
 * card above or below. Without a link, the nearest card on that side.
 */
export function neighbour(document: FlowDocument, id: NodeId, direction: Direction): NodeId | null {
  const node = document.nodes[id];
  if (!node) return null;
  if (direction === 'right') {
    for (const port of portsOf(document, node)) {
      const to = document.edges[`${id}/${port.id}`]?.to;
      if (to !== undefined && to !== id) return to;
    }
  }
  if (direction === 'left') {
    const from = Object.values(document.edges).find((edge) => edge.to === id && edge.from !== id)?.from;
    if (from !== undefined) return from;
  }
  return nearest(document, id, direction);
}

function nearest(document: FlowDocument, id: NodeId, direction: Direction): NodeId | null {
  const here = document.nodes[id]?.position;
  if (!here) return null;
  const along = direction === 'left' || direction === 'right' ? 'x' : 'y';
  const across = along === 'x' ? 'y' : 'x';
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  let found: { id: NodeId; cost: number } | null = null;
  for (const { id: other, position } of Object.values(document.nodes)) {
    const ahead = (position[along] - here[along]) * sign;
    // Sideways counts twice: the card in the same row or column comes first.
    const cost = ahead + 2 * Math.abs(position[across] - here[across]);
    if (ahead > 0 && (!found || cost < found.cost)) found = { id: other, cost };
  }
  return found?.id ?? null;
}
