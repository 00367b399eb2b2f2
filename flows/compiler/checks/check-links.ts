import type { NodeId } from '@/flows/document/flow-document';
import { pickText } from '@/flows/document/localized-text';
import type { Port } from '@/flows/nodes/define-node';
import type { ResolvedFlow } from '../resolved-flow';

/** One start, every way out linked, no link from or to where none may be, every step within reach. */
export function checkLinks(flow: ResolvedFlow): void {
  const { document, nodes, starts, report } = flow;
  if (starts.length === 0) report('no-start', {});
  for (const extra of starts.slice(1)) report('several-starts', { node: extra });

  for (const [id, { ports }] of nodes) {
    for (const port of ports) {
      if (port.required && flow.target(id, port.id) === undefined) report('unlinked-port', { node: id, port: port.id }, portName(flow, port));
    }
    if (decidesNothing(flow, id)) report('same-way', { node: id });
  }
  for (const key of Object.keys(document.edges).sort()) {
    const edge = document.edges[key];
    if (!edge) continue;
    const from = nodes.get(edge.from);
    if (from && !from.ports.some(({ id }) => id === edge.port)) report('unknown-port', { node: edge.from, port: edge.port });
    if (starts.includes(edge.to)) report('link-into-start', { node: edge.from, port: edge.port });
  }
  if (starts.length > 0) {
    const reached = reachable(flow);
    for (const id of flow.ids) if (!reached.has(id)) report('unreachable', { node: id });
  }
}

/** Whether a step chooses between ways that are all the same. Those that ask do more than choose. */
function decidesNothing({ nodes, target }: ResolvedFlow, id: NodeId): boolean {
  const { type, ports } = nodes.get(id) ?? {};
  if (type?.family !== 'think' || !ports || ports.length < 2) return false;
  const [first, ...others] = ports.map((port) => target(id, port.id));
  return first !== undefined && others.every((to) => to === first);
}

/** The steps some path of links leads to from a start. */
export function reachable(flow: ResolvedFlow): Set<NodeId> {
  const next = new Map<NodeId, NodeId[]>();
  for (const { from, to } of Object.values(flow.document.edges)) next.set(from, [...(next.get(from) ?? []), to]);
  const reached = new Set(flow.starts);
  const waiting = [...reached];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const to of next.get(id) ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return reached;
}

/** The author's own words for a port; ports named by a key are named when the sentence is made, in its language. */
function portName({ document }: ResolvedFlow, port: Port): { portName: string } | Record<string, never> {
  if ('key' in port.label) return {};
  const name = pickText(port.label.text, document.languages[0] ?? '', document.languages);
  return name === '' ? {} : { portName: name };
}
