import type { NodeId } from '@/flows/document/flow-document';
import type { Plan } from '@/flows/nodes/define-node';
import { strongComponents } from '../strong-components';
import { exitsOf } from './exits-of';
import type { Linkable } from './linkable';

/** Steps folded into one transition at most. A turn's effects are limited far below; this bounds the linker's own stack. */
const LONGEST_FOLD = 100;

/**
 * Which steps get a state of their own to be entered by, instead of being copied into every transition that leads
 * to them. Steps that go on to each other without waiting never form a circle here. A step is shared when it would be copied more than `limit` times, or when the tree of branches that begins
 * at it would copy what comes before it more than `limit` times. With a limit of 1 nothing is copied.
 */
export function decideShared(flow: Linkable, limit: number): Set<NodeId> {
  const order = strongComponents(flow.ids, (id) => silentTargets(flow, id))
    .flat()
    .reverse();
  const shared = new Set<NodeId>();

  const leaves = new Map<NodeId, number>();
  const depths = new Map<NodeId, number>();
  for (const id of [...order].reverse()) {
    const count = leavesOf(flow, id, flow.fragment(id).entry, leaves);
    const depth = 1 + Math.max(0, ...silentTargets(flow, id).map((to) => depths.get(to) ?? 0));
    const share = count > limit || depth > LONGEST_FOLD;
    if (share) shared.add(id);
    leaves.set(id, share ? 1 : count);
    depths.set(id, share ? 0 : depth);
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

function silentTargets(flow: Linkable, id: NodeId): NodeId[] {
  const targets = exitsOf(flow.fragment(id).entry).map((port) => flow.target(id, port));
  return targets.filter((to) => to !== undefined);
}
