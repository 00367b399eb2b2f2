import type { FlowDocument, FlowNode } from '@/flows/document/flow-document';
import type { Json } from '@/flows/document/json';
import type { SimpleOperation } from '@/flows/document/operation';
import type { Operation } from '@/flows/document/operations';
import { defaultRegistry } from '@/flows/nodes/registry';
import { withValue } from './with-value';

/**
 * Writes a place in a step's data. Links out of ways that vanish with it (a removed option, silence switched off) are
 * cut in the same act, so that one undo brings both back.
 */
export function dataChange(document: FlowDocument, node: FlowNode, path: readonly (string | number)[], value: Json): Operation {
  const set: SimpleOperation = { kind: 'node.set', id: node.id, path: ['data', ...path], value };
  const before = portIds(node.type, node.data);
  const after = portIds(node.type, withValue(node.data, path, value));
  if (!before || !after) return set;
  const cut = [...before].filter((port) => !after.has(port) && document.edges[`${node.id}/${port}`]);
  if (cut.length === 0) return set;
  return { kind: 'batch', operations: [...cut.map((port): SimpleOperation => ({ kind: 'edge.set', from: node.id, port, to: null })), set] };
}

function portIds(typeName: string, data: Json): Set<string> | null {
  const type = defaultRegistry.get(typeName);
  const parsed = type?.data.safeParse(data);
  return type && parsed?.success ? new Set(type.ports(parsed.data as never).map(({ id }) => id)) : null;
}
