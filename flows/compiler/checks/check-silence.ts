import { durationToMs } from '@/flows/document/duration';
import type { NodeId, PortId } from '@/flows/document/flow-document';
import type { Plan, StateFragment } from '@/flows/nodes/define-node';
import type { ResolvedFlow } from '../resolved-flow';
import { strongComponents } from '../strong-components';

/** Less than this is no time to read a question and to write an answer. */
const SHORTEST_MS = 30_000;

/** Questions that give up before anybody can answer, and circles that write to a silent customer for ever. */
export function checkSilence(flow: ResolvedFlow, fragments: ReadonlyMap<NodeId, StateFragment>): void {
  for (const [id, { ports, type }] of flow.nodes) {
    if (type.family !== 'talk' && type.family !== 'know') continue;
    for (const { id: port, kind, after } of ports) {
      const ms = after === undefined ? undefined : durationToMs(after);
      if (kind === 'silence' && ms !== undefined && ms < SHORTEST_MS) flow.report('short-silence', { node: id, port }, { seconds: ms / 1000 });
    }
  }
  checkCircles(flow, fragments);
}

function checkCircles(flow: ResolvedFlow, fragments: ReadonlyMap<NodeId, StateFragment>): void {
  const alone = new Map([...fragments].map(([id, fragment]) => [id, byItself(fragment)]));
  const next = (id: NodeId): NodeId[] => (alone.get(id)?.exits ?? []).map((port) => flow.target(id, port)).filter((to): to is NodeId => to !== undefined && alone.has(to));
  const stops = (id: NodeId) => (alone.get(id)?.rests ?? true) || (alone.get(id)?.exits ?? []).some((port) => !alone.has(flow.target(id, port) ?? ''));
  const ending = new Set<NodeId>();
  // Components come after those they lead to: whether a step may come to rest is known when its circle is looked at.
  for (const members of strongComponents(fragments.keys(), next)) {
    if (members.some((id) => stops(id) || next(id).some((to) => ending.has(to)))) for (const id of members) ending.add(id);
    else reportCircle(flow, members.sort(), next, alone);
  }
}

function reportCircle(flow: ResolvedFlow, members: NodeId[], next: (id: NodeId) => NodeId[], alone: ReadonlyMap<NodeId, Alone>): void {
  const circle = members.length > 1 || next(members[0] ?? '').includes(members[0] ?? '');
  const speaker = members.find((id) => alone.get(id)?.speaks);
  // A circle in which nobody waits at all is another mistake.
  if (circle && speaker !== undefined && members.some((id) => alone.get(id)?.waits)) flow.report('silent-loop', { node: speaker }, { steps: members.length });
}

/** What a step does while the customer and the agents do nothing. */
interface Alone {
  exits: PortId[];
  /** It may end, or wait for somebody without a limit. */
  rests: boolean;
  waits: boolean;
  speaks: boolean;
}

function byItself({ entry, waits }: StateFragment): Alone {
  const found: Alone = { exits: [], rests: false, waits: false, speaks: false };
  const seen = new Set<string>();
  const follow = ({ do: actions, then }: Plan): void => {
    if (actions.some(({ type }) => type === 'send')) found.speaks = true;
    if ('exit' in then) found.exits.push(then.exit);
    else if ('branch' in then) for (const plan of [...then.branch.map((choice) => choice.plan), then.otherwise]) follow(plan);
    else if ('wait' in then) rest(then.wait);
    else found.rests = true;
  };
  const rest = (name: string): void => {
    const wait = waits[name];
    if (!wait || seen.has(name)) return;
    seen.add(name);
    const after = (wait.after ?? []).map(({ plan }) => plan);
    // Results come by themselves.
    const plans = wait.for === 'effect' ? [...Object.values(wait.on), ...after] : after;
    if (after.length > 0) found.waits = true;
    if (plans.length === 0) found.rests = true;
    for (const plan of plans) follow(plan);
  };
  follow(entry);
  return found;
}
