import type { NodeId, Position } from '@/flows/document/flow-document';
import type { SimpleOperation } from '@/flows/document/operation';
import type { EditorStore } from './editor-store';

/** Brings steps to new places, as one act; false when none of them moves. */
export function moveSteps(store: EditorStore, places: readonly { id: NodeId; position: Position }[]): boolean {
  const { document, apply } = store.getState();
  const moves = places.flatMap(({ id, position }): SimpleOperation[] => {
    const now = document.nodes[id]?.position;
    return !now || (now.x === position.x && now.y === position.y) ? [] : [{ kind: 'node.move', id, position }];
  });
  const [only] = moves;
  if (!only) return false;
  return apply(moves.length === 1 ? only : { kind: 'batch', operations: moves });
}
