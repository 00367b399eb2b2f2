import type { FlowDocument, FlowEdge, NodeId } from './flow-document';

/** Who is linked to whom. */
export interface FlowGraph {
  /** Links that leave a step, in the order of their ports' names. */
  outgoing(id: NodeId): readonly FlowEdge[];
  /** Links that enter a step, in the order of their addresses. */
  incoming(id: NodeId): readonly FlowEdge[];
  /** Every step that can be reached from `from`, itself included. */
  reachable(from: NodeId): ReadonlySet<NodeId>;
}

/** Builds the index once; a changed document needs a new graph. */
export function graphOf(document: FlowDocument): FlowGraph {
  const out = new Map<NodeId, FlowEdge[]>();
  const into = new Map<NodeId, FlowEdge[]>();
  for (const address of Object.keys(document.edges).sort()) {
    const edge = document.edges[address];
    if (!edge) continue;
    add(out, edge.from, edge);
    add(into, edge.to, edge);
  }
  const outgoing = (id: NodeId): readonly FlowEdge[] => out.get(id) ?? [];
  return { outgoing, incoming: (id) => into.get(id) ?? [], reachable: (from) => reachable(from, outgoing) };
}

function reachable(from: NodeId, outgoing: (id: NodeId) => readonly FlowEdge[]): ReadonlySet<NodeId> {
  const found = new Set([from]);
  // A Set grows while it is walked: it is its own list of what is left to do.
  for (const id of found) for (const edge of outgoing(id)) found.add(edge.to);
  return found;
}

function add(map: Map<NodeId, FlowEdge[]>, id: NodeId, edge: FlowEdge): void {
  const list = map.get(id);
  if (list) list.push(edge);
  else map.set(id, [edge]);
}
