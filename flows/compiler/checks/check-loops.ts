import type { NodeId } from '@/flows/document/flow-document';
import type { StateFragment } from '@/flows/nodes/define-node';
import { exitsOf } from '../link/exits-of';
import type { ResolvedFlow } from '../resolved-flow';
import { strongComponents } from '../strong-components';

/** Circles of steps of which none waits for anybody: they would talk for ever. One report per circle, on its first step. */
export function checkLoops(flow: ResolvedFlow, fragments: ReadonlyMap<NodeId, StateFragment>): void {
  const next = (id: NodeId): NodeId[] => {
    const fragment = fragments.get(id);
    const targets = fragment ? exitsOf(fragment.entry).map((port) => flow.target(id, port)) : [];
    return targets.filter((to): to is NodeId => to !== undefined && fragments.has(to));
  };
  const circles = strongComponents(fragments.keys(), next)
    .map((members) => members.sort())
    .filter(([first, second]) => first !== undefined && (second !== undefined || next(first).includes(first)));
  for (const circle of circles.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))) {
    flow.report('endless-loop', { node: circle[0] }, { steps: circle.length });
  }
}
