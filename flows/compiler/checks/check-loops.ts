import type { NodeId } from '@/flows/document/flow-document';
import type { StateFragment } from '@/flows/nodes/define-node';
import { exitsOf } from '../link/exits-of';
import type { ResolvedFlow } from '../resolved-flow';

/** Circles of steps of which none waits for anybody: they would talk for ever. One report per circle, on its first step. */
export function checkLoops(flow: ResolvedFlow, fragments: ReadonlyMap<NodeId, StateFragment>): void {
  const next = new Map<NodeId, NodeId[]>();
  for (const [id, fragment] of fragments) {
    const targets = exitsOf(fragment.entry).map((port) => flow.target(id, port));
    next.set(id, targets.filter((to): to is NodeId => to !== undefined && fragments.has(to)));
  }
  const circling = new Set([...next.keys()].filter((id) => reaches(id, id, next)));
  for (const id of next.keys()) {
    if (!circling.has(id)) continue;
    const circle = [...circling].filter((other) => other === id || (reaches(id, other, next) && reaches(other, id, next)));
    for (const member of circle) circling.delete(member);
    flow.report('endless-loop', { node: id }, { steps: circle.length });
  }
}

function reaches(from: NodeId, to: NodeId, next: ReadonlyMap<NodeId, NodeId[]>): boolean {
  const seen = new Set<NodeId>();
  const waiting = [...(next.get(from) ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(next.get(id) ?? []));
  }
  return false;
}
