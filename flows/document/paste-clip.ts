import type { Clip } from './clip';
import type { FlowDocument, FlowNode, NodeId, Position } from './flow-document';
import type { SimpleOperation } from './operation';
import { MOST_VARIABLES } from './variable';

interface PasteOptions {
  /** Where the upper left corner of the pasted steps comes to stand. */
  at: Position;
  /** An id that nothing in the flow has; `taken` says which. */
  freshId: (prefix: string, taken: (id: NodeId) => boolean) => NodeId;
  /** Steps that may not come twice, such as a second beginning, stay out with their links. */
  allowed: (node: FlowNode) => boolean;
}

export interface Pasted {
  operations: SimpleOperation[];
  /** The new steps, in the order of the clip. */
  ids: NodeId[];
}

/** What puts the steps of a clip into a flow under fresh ids: with the links between them, and the variables the flow lacks. */
export function pasteClip(document: FlowDocument, clip: Clip, { at, freshId, allowed }: PasteOptions): Pasted {
  const nodes = clip.nodes.filter(allowed);
  const ids = new Map<NodeId, NodeId>();
  const used = new Set<NodeId>();
  for (const { id, type } of nodes) {
    const fresh = freshId(type, (candidate) => used.has(candidate) || Object.hasOwn(document.nodes, candidate));
    used.add(fresh);
    ids.set(id, fresh);
  }
  const left = Math.min(...nodes.map(({ position }) => position.x));
  const top = Math.min(...nodes.map(({ position }) => position.y));
  const operations: SimpleOperation[] = [...declared(document, clip)];
  for (const node of nodes) {
    const position = { x: node.position.x - left + at.x, y: node.position.y - top + at.y };
    operations.push({ kind: 'node.add', node: { ...node, id: ids.get(node.id) ?? node.id, position } });
  }
  for (const { from, port, to } of clip.edges) {
    const [start, end] = [ids.get(from), ids.get(to)];
    if (start !== undefined && end !== undefined) operations.push({ kind: 'edge.set', from: start, port, to: end });
  }
  return { operations: nodes.length === 0 ? [] : operations, ids: [...ids.values()] };
}

function declared(document: FlowDocument, clip: Clip): SimpleOperation[] {
  const known = new Set(document.variables.map(({ name }) => name));
  const missing = clip.variables.filter(({ name }) => !known.has(name)).slice(0, MOST_VARIABLES - document.variables.length);
  return missing.length === 0 ? [] : [{ kind: 'document.set', path: 'variables', value: [...document.variables, ...missing] }];
}
