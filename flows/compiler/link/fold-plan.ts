import type { NodeId } from '@/flows/document/flow-document';
import type { Plan } from '@/flows/nodes/define-node';
import type { ActionJson, GuardJson, TransitionJson } from '../machine-json';
import { readsAny, writeOf } from './guard-reads';
import type { Linkable } from './linkable';

/** What folding asks of the linker: where to stop, and a state to stop in. */
export interface FoldEnvironment {
  flow: Linkable;
  shared: ReadonlySet<NodeId>;
  /** Id of the state that enters a shared step. */
  joinState(id: NodeId): string;
  /** Id of the state that tries the branch of `plan`, which belongs to step `id`. */
  branchState(id: NodeId, plan: Plan): string;
}

/** What happened so far on the way through a fold. */
interface Way {
  guards: GuardJson[];
  actions: ActionJson[];
  writes: ReadonlySet<string>;
}

/**
 * One transition per way through a plan and the steps it goes on to without waiting, in the order in which they
 * are to be tried. Guards of a transition are evaluated before its actions; so where a guard would read what the
 * same fold has written, the fold ends in a state of its own, which tries the branch on the values as written.
 */
export function foldPlan(env: FoldEnvironment, node: NodeId, plan: Plan): TransitionJson[] {
  return fold(env, node, plan, { guards: [], actions: [], writes: new Set() });
}

/** The branch of a plan whose own actions ran on the way to it. */
export function foldBranch(env: FoldEnvironment, node: NodeId, plan: Plan): TransitionJson[] {
  return fold(env, node, { do: [], then: plan.then }, { guards: [], actions: [], writes: new Set() });
}

/** Entering a step from outside any plan: from `idle`, or from its join state. */
export function foldEntry(env: FoldEnvironment, node: NodeId): TransitionJson[] {
  return enter(env, node, { guards: [], actions: [], writes: new Set() });
}

function fold(env: FoldEnvironment, node: NodeId, plan: Plan, before: Way): TransitionJson[] {
  const way = act(before, plan.do);
  const { then } = plan;
  if ('wait' in then) return [transition(way, `${node}/${then.wait}`)];
  if ('end' in then) return [transition(way, 'ended')];
  if ('exit' in then) {
    const left = act(way, [{ type: 'leave', params: { node, port: then.exit, reason: then.reason } }]);
    const to = env.flow.target(node, then.exit);
    if (to === undefined) return [transition(left, 'ended')];
    return env.shared.has(to) ? [transition(left, env.joinState(to))] : enter(env, to, left);
  }
  if (then.branch.some(({ when }) => readsAny(when, way.writes))) return [transition(way, env.branchState(node, plan))];
  return [
    ...then.branch.flatMap((choice) => fold(env, node, choice.plan, { ...way, guards: [...way.guards, choice.when] })),
    ...fold(env, node, then.otherwise, way),
  ];
}

function enter(env: FoldEnvironment, node: NodeId, way: Way): TransitionJson[] {
  return fold(env, node, env.flow.fragment(node).entry, act(way, [{ type: 'enter', params: { node } }]));
}

function act(way: Way, actions: readonly ActionJson[]): Way {
  if (actions.length === 0) return way;
  const writes = actions.map(writeOf).filter((write) => write !== undefined);
  return {
    guards: way.guards,
    actions: [...way.actions, ...actions],
    writes: writes.length === 0 ? way.writes : new Set([...way.writes, ...writes]),
  };
}

function transition({ guards, actions }: Way, target: string): TransitionJson {
  const [first, ...rest] = guards;
  const guard: GuardJson | undefined = first && rest.length > 0 ? { type: 'all', params: { of: guards } } : first;
  return { target, ...(guard ? { guard } : {}), ...(actions.length > 0 ? { actions } : {}) };
}
