import type { NodeId, PortId, Position } from '@/flows/document/flow-document';
import type { SimpleOperation } from '@/flows/document/operation';
import type { AnyNodeType } from '@/flows/nodes/define-node';
import type { EditorStore } from './editor-store';
import { freePosition } from './free-position';
import { newNode } from './new-node';
import { portsOf } from './ports-of';

/**
 * Adds a step and selects it, as one act. `from` is the way out that leads to it; where that led before, the new step
 * leads now, so that adding into a line keeps it whole. Null when nothing could be added.
 */
export function insertStep(store: EditorStore, type: AnyNodeType, wanted: Position, from: { node: NodeId; port: PortId } | null): NodeId | null {
  const { document, apply, select } = store.getState();
  const node = newNode(document, type, freePosition(document, wanted));
  const operations: SimpleOperation[] = [{ kind: 'node.add', node }];
  if (from && !type.entry) {
    operations.push({ kind: 'edge.set', from: from.node, port: from.port, to: node.id });
    const after = document.edges[`${from.node}/${from.port}`]?.to;
    const exit = portsOf({ edges: {} }, node).find(({ kind }) => kind === 'exit');
    if (after !== undefined && exit) operations.push({ kind: 'edge.set', from: node.id, port: exit.id, to: after });
  }
  const [only] = operations;
  if (!only || !apply(operations.length === 1 ? only : { kind: 'batch', operations })) return null;
  select(node.id);
  return node.id;
}
