import type { FlowDocument, FlowNode } from '@/flows/document/flow-document';
import type { Port } from '@/flows/nodes/define-node';
import { defaultRegistry } from '@/flows/nodes/registry';

/**
 * The ways out of a step as its type states them, then those that are linked although the type does not know them
 * (data its schema refuses, an unknown type, a way out that is gone): no link hangs in the air.
 */
export function portsOf(document: FlowDocument, node: FlowNode): readonly Port[] {
  const type = defaultRegistry.get(node.type);
  const parsed = type?.data.safeParse(node.data);
  const known: readonly Port[] = type && parsed?.success ? type.ports(parsed.data as never) : [];
  const strays = Object.values(document.edges)
    .filter((edge) => edge.from === node.id && !known.some((port) => port.id === edge.port))
    .map((edge): Port => ({ id: edge.port, kind: 'exit', required: false, label: { key: edge.port } }));
  return strays.length === 0 ? known : [...known, ...strays];
}
