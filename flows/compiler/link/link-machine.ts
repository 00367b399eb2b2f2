import type { NodeId } from '@/flows/document/flow-document';
import type { Plan, Wait } from '@/flows/nodes/define-node';
import type { MachineJson, StateJson, TransitionJson } from '../machine-json';
import { decideShared } from './decide-shared';
import { foldBranch, foldEntry, foldPlan, type FoldEnvironment } from './fold-plan';
import type { Linkable } from './linkable';

/** How often a step may be copied into the transitions that lead to it, from the fastest machine to the smallest. */
const COPY_LIMITS = [8, 4, 2, 1];
/** The machine's JSON is at most this many times as long as the document's, where copying can help it. */
const SIZE_FACTOR = 4;

/** Joins the steps' fragments into one machine of wait points, folding what lies between two waits into one transition. */
export function linkMachine(flow: Linkable, documentLength: number): MachineJson {
  let machine = linkWithin(flow, COPY_LIMITS[0] ?? 1);
  for (const limit of COPY_LIMITS.slice(1)) {
    if (JSON.stringify(machine).length < SIZE_FACTOR * documentLength) break;
    machine = linkWithin(flow, limit);
  }
  return machine;
}

function linkWithin(flow: Linkable, limit: number): MachineJson {
  const pending = new Map<string, () => StateJson>();
  const branches = new Map<NodeId, Map<Plan, string>>();
  const env: FoldEnvironment = {
    flow,
    shared: decideShared(flow, limit),
    joinState: (node) => {
      const id = `${node}/join`;
      pending.set(id, () => ({ meta: { node, wait: 'join' }, always: foldEntry(env, node) }));
      return id;
    },
    branchState: (node, plan) => {
      const ofNode = branches.get(node) ?? new Map<Plan, string>();
      const known = ofNode.get(plan);
      if (known !== undefined) return known;
      const wait = `branch-${ofNode.size + 1}`;
      const id = `${node}/${wait}`;
      branches.set(node, ofNode.set(plan, id));
      pending.set(id, () => ({ meta: { node, wait }, always: foldBranch(env, node, plan) }));
      return id;
    },
  };

  const states: Record<string, StateJson> = {
    idle: { meta: { node: flow.start, wait: 'idle' }, on: { 'session.started': foldEntry(env, flow.start) } },
  };
  for (const node of flow.ids) {
    for (const [name, wait] of Object.entries(flow.fragment(node).waits)) {
      const id = `${node}/${name}`;
      states[id] = waitState(env, node, id, name, wait);
    }
  }
  // Building a shared state may ask for further ones; a map may grow while it is walked, and each id is built once.
  for (const [id, build] of pending) states[id] ??= build();
  states.ended = { type: 'final', meta: { node: flow.start, wait: 'ended' } };
  return {
    id: 'relais',
    initial: 'idle',
    context: { variables: { ...flow.variables }, counters: {}, language: flow.languages[0] ?? 'en' },
    states,
  };
}

function waitState(env: FoldEnvironment, node: NodeId, id: string, name: string, wait: Wait): StateJson {
  const again = (transitions: TransitionJson[]): TransitionJson[] =>
    transitions.map((transition) => (transition.target === id ? { ...transition, reenter: true } : transition));
  const on = Object.fromEntries(Object.entries(wait.on).map(([event, plan]) => [event, again(foldPlan(env, node, plan))]));
  const after: Record<string, TransitionJson[]> = {};
  for (const { ms, plan } of wait.after ?? []) after[String(ms)] = again(foldPlan(env, node, plan));
  return {
    meta: { node, wait: name },
    // A person who closes the conversation ends its flow wherever it rests.
    on: { 'agent.closed': [{ target: 'ended' }], ...on },
    ...(Object.keys(after).length > 0 ? { after } : {}),
  };
}
