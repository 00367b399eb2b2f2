import type { FlowDocument, FlowEdge, NodeId } from '@/flows/document/flow-document';

type Edges = FlowDocument['edges'];

/** Links are never changed in place: who leads where is sorted out once for all cards that ask. */
const known = new WeakMap<Edges, ReadonlyMap<NodeId, readonly FlowEdge[]>>();
const NONE: readonly FlowEdge[] = [];

/** The links that leave a step. */
export function edgesOut(edges: Edges, id: NodeId): readonly FlowEdge[] {
  let index = known.get(edges);
  if (!index) {
    const made = new Map<NodeId, FlowEdge[]>();
    for (const edge of Object.values(edges)) made.set(edge.from, [...(made.get(edge.from) ?? []), edge]);
    known.set(edges, made);
    index = made;
  }
  return index.get(id) ?? NONE;
}
