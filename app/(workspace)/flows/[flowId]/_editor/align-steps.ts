import type { FlowDocument, NodeId } from '@/flows/document/flow-document';
import type { SimpleOperation } from '@/flows/document/operation';
import { snap } from './free-position';

export const ALIGNMENTS = ['left', 'right', 'top', 'bottom', 'columns', 'rows'] as const;
/** An edge that cards share, or the same gap between them: side by side (`columns`), or one below the other (`rows`). */
export type Alignment = (typeof ALIGNMENTS)[number];

export type Size = { width: number; height: number };

/** The moves that bring cards into line; none for a card that stands there already. */
export function alignSteps(document: FlowDocument, ids: readonly NodeId[], sizeOf: (id: NodeId) => Size, how: Alignment): SimpleOperation[] {
  const cards = ids.flatMap((id) => {
    const position = document.nodes[id]?.position;
    return position ? [{ id, ...position, ...sizeOf(id) }] : [];
  });
  const along = how === 'left' || how === 'right' || how === 'columns' ? 'x' : 'y';
  const length = along === 'x' ? 'width' : 'height';
  const start = Math.min(...cards.map((card) => card[along]));
  const end = Math.max(...cards.map((card) => card[along] + card[length]));
  const places = new Map<NodeId, number>();
  if (how === 'left' || how === 'top') for (const card of cards) places.set(card.id, start);
  else if (how === 'right' || how === 'bottom') for (const card of cards) places.set(card.id, end - card[length]);
  else spread();
  return cards.flatMap((card): SimpleOperation[] => {
    const to = { x: card.x, y: card.y, [along]: snap(places.get(card.id) ?? card[along]) };
    return to.x === card.x && to.y === card.y ? [] : [{ kind: 'node.move', id: card.id, position: to }];
  });

  /** The outer two stay where they are; cards that do not fit between them get no gap and push the last one on. */
  function spread(): void {
    const ordered = [...cards].sort((a, b) => a[along] - b[along] || (a.id < b.id ? -1 : 1));
    const free = end - start - ordered.reduce((sum, card) => sum + card[length], 0);
    const gap = Math.max(0, free / Math.max(1, ordered.length - 1));
    let at = start;
    for (const card of ordered) {
      places.set(card.id, at);
      at += card[length] + gap;
    }
  }
}
