import type { FlowDocument, FlowNode } from '@/flows/document/flow-document';
import type { Port } from '@/flows/nodes/define-node';
import { defaultRegistry } from '@/flows/nodes/registry';
import { edgesOut } from './edges-out';

/** Steps are never changed in place, so what a type says of one is asked once. */
const known = new WeakMap<FlowNode, readonly Port[]>();

/**
 * The ports of a step as its type states them, then those that are linked although the type does not know them
 * (data its schema refuses, an unknown type, a port that is gone): no link hangs in the air.
 */
export function portsOf({ edges }: Pick<FlowDocument, 'edges'>, node: FlowNode): readonly Port[] {
  const stated = statedPorts(node);
  const strays = edgesOut(edges, node.id)
    .filter((edge) => !stated.some((port) => port.id === edge.port))
    .map((edge): Port => ({ id: edge.port, kind: 'exit', required: false, label: { key: edge.port } }));
  return strays.length === 0 ? stated : [...stated, ...strays];
}

function statedPorts(node: FlowNode): readonly Port[] {
  const before = known.get(node);
  if (before) return before;
  const type = defaultRegistry.get(node.type);
  const parsed = type?.data.safeParse(node.data);
  const ports: readonly Port[] = type && parsed?.success ? type.ports(parsed.data as never) : [];
  known.set(node, ports);
  return ports;
}
