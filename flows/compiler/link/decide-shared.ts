import type { NodeId } from '@/flows/document/flow-document';
import type { Plan } from '@/flows/nodes/define-node';
import { exitsOf } from './exits-of';
import type { Linkable } from './linkable';

/**
 * Which steps get a state of their own to be entered by, instead of being copied into every transition that leads
 * to them. A step is shared when it would be copied more than `limit` times, or when the tree of branches that begins
 * at it would copy what comes before it more than `limit` times. With a limit of 1 nothing is copied.
 */
export function decideShared(flow: Linkable, limit: number): Set<NodeId> {
  const order = silentOrder(flow);
  const shared = new Set<NodeId>();

  const leaves = new Map<NodeId, number>();
  for (const id of [...order].reverse()) {
    const count = leavesOf(flow, id, flow.fragment(id).entry, leaves);
    if (count > limit) shared.add(id);
    leaves.set(id, count > limit ? 1 : count);
  }

  const copies = new Map<NodeId, number>([[flow.start, 1]]);
  const add = (from: NodeId, plan: Plan, times: number): void => {
    for (const port of exitsOf(plan)) {
      const to = flow.target(from, port);
      if (to !== undefined) copies.set(to, (copies.get(to) ?? 0) + times);
    }
  };
  for (const id of order) {
    for (const { on, after = [] } of Object.values(flow.fragment(id).waits)) {
      for (const plan of [...Object.values(on), ...after.map((timer) => timer.plan)]) add(id, plan, 1);
    }
  }
  for (const id of order) {
    const count = copies.get(id) ?? 0;
    if (count > limit) shared.add(id);
    add(id, flow.fragment(id).entry, shared.has(id) ? Math.min(count, 1) : count);
  }
  return shared;
}

function leavesOf(flow: Linkable, id: NodeId, plan: Plan, known: ReadonlyMap<NodeId, number>): number {
  const { then } = plan;
  if ('branch' in then) {
    const inside = then.branch.map((choice) => leavesOf(flow, id, choice.plan, known));
    return inside.reduce((sum, count) => sum + count, leavesOf(flow, id, then.otherwise, known));
  }
  const to = 'exit' in then ? flow.target(id, then.exit) : undefined;
  return to === undefined ? 1 : (known.get(to) ?? 1);
}

/** Steps ordered so that each comes before those it goes on to without waiting; such steps never form a circle here. */
function silentOrder(flow: Linkable): NodeId[] {
  const done = new Set<NodeId>();
  const order: NodeId[] = [];
  const visit = (id: NodeId): void => {
    if (done.has(id)) return;
    done.add(id);
    for (const port of exitsOf(flow.fragment(id).entry)) {
      const to = flow.target(id, port);
      if (to !== undefined) visit(to);
    }
    order.push(id);
  };
  flow.ids.forEach(visit);
  return order.reverse();
}
