import type { NodeId, PortId } from '@/flows/document/flow-document';
import type { EditorState } from './editor-state';
import { portsOf } from './ports-of';

/** The way out that a step added now should be linked to: the one at hand, else the first that leads nowhere of the one selected step. */
export function quickAddStart({ document, selected }: Pick<EditorState, 'document' | 'selected'>, atHand: PortId | null): { node: NodeId; port: PortId } | null {
  const node = selected === null ? undefined : document.nodes[selected];
  if (!node) return null;
  const ports = portsOf(document, node);
  const port = ports.find(({ id }) => id === atHand) ?? ports.find(({ id }) => document.edges[`${node.id}/${id}`] === undefined);
  return port ? { node: node.id, port: port.id } : null;
}
