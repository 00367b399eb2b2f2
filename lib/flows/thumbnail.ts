import type { FlowDocument } from '@/flows/document/flow-document';
import type { Registry } from '@/flows/nodes/registry';
import type { FlowThumbnail } from './flow-views';

/** The shape of a flow: where its steps stand, of which families they are, which lead to which. */
export function thumbnail(document: FlowDocument, registry: Registry): FlowThumbnail {
  const nodes = Object.values(document.nodes);
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  const links = new Map<string, [number, number]>();
  for (const { from, to } of Object.values(document.edges)) {
    const [start, end] = [index.get(from), index.get(to)];
    if (start !== undefined && end !== undefined) links.set(`${start} ${end}`, [start, end]);
  }
  return { nodes: nodes.map(({ type, position }) => ({ ...position, family: registry.get(type)?.family ?? 'act' })), links: [...links.values()] };
}
