import type { FlowDocument, FlowEdge, NodeId } from './flow-document';
import type { SimpleOperation } from './operation';

/**
 * Takes steps out and closes the gap. A step all of whose links out lead to one and the same step stood in a straight
 * line: what led into it leads there now. A step that forks, ends or only leads back leaves the ports before it
 * unlinked, because nobody but the author can say where they should lead. Steps that are not there are passed over.
 */
export function withoutSteps(document: FlowDocument, ids: readonly NodeId[]): SimpleOperation[] {
  const gone = new Set(ids.filter((id) => Object.hasOwn(document.nodes, id)));
  const out = new Map<NodeId, FlowEdge[]>();
  for (const edge of Object.values(document.edges)) if (gone.has(edge.from)) out.set(edge.from, [...(out.get(edge.from) ?? []), edge]);

  const relinked = Object.keys(document.edges)
    .sort()
    .flatMap((address): SimpleOperation[] => {
      const edge = document.edges[address];
      if (!edge || gone.has(edge.from) || !gone.has(edge.to)) return [];
      const to = beyond(edge.to);
      // A step that would lead to itself would turn in place.
      return to === null || to === edge.from ? [] : [{ kind: 'edge.set', from: edge.from, port: edge.port, to }];
    });
  return [...relinked, ...[...gone].map((id): SimpleOperation => ({ kind: 'node.remove', id }))];

  /** The first step that stays, along the only way on. */
  function beyond(start: NodeId): NodeId | null {
    const seen = new Set<NodeId>();
    let at = start;
    while (gone.has(at)) {
      if (seen.has(at)) return null;
      seen.add(at);
      const targets = new Set((out.get(at) ?? []).map(({ to }) => to).filter((to) => to !== at));
      const [only] = targets;
      if (only === undefined || targets.size > 1) return null;
      at = only;
    }
    return at;
  }
}
