import type { FlowDocument, FlowNode, NodeId } from '@/flows/document/flow-document';
import { edgeId } from '@/flows/document/flow-document';
import { migrateData } from '@/flows/nodes/migrate-data';
import type { Registry } from '@/flows/nodes/registry';
import type { Report, ResolvedFlow, ResolvedNode } from './resolved-flow';

/** Finds every step's type and reads its data; reports what cannot be read and goes on with the rest. */
export function resolveFlow(document: FlowDocument, registry: Registry, report: Report): ResolvedFlow {
  const ids = Object.keys(document.nodes).sort();
  const nodes = new Map<NodeId, ResolvedNode>();
  for (const id of ids) {
    const node = document.nodes[id];
    const resolved = node && resolveNode(node, registry, report);
    if (resolved) nodes.set(id, resolved);
  }
  const targets = new Map(
    Object.values(document.edges)
      .filter(({ from, to }) => document.nodes[from] && document.nodes[to])
      .map(({ from, port, to }) => [edgeId(from, port), to]),
  );
  const starts = ids.filter((id) => registry.get(document.nodes[id]?.type ?? '')?.entry);
  const variables = new Map([...document.variables].reverse().map((variable) => [variable.name, variable]));
  return { document, ids, nodes, starts, variables, target: (from, port) => targets.get(edgeId(from, port)), report };
}

function resolveNode(node: FlowNode, registry: Registry, report: Report): ResolvedNode | undefined {
  const type = registry.get(node.type);
  const migrated = type && migrateData(type, node);
  if (!type || !migrated) {
    report('unknown-node-type', { node: node.id }, { type: node.type, version: node.version });
    return undefined;
  }
  const parsed = type.data.safeParse(migrated);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
      report('invalid-data', { node: node.id, path }, { detail: issue.message });
    }
    return undefined;
  }
  return { node, type, data: parsed.data, ports: type.ports(parsed.data as never) };
}
