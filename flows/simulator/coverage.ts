import type { FlowDocument, NodeId, PortId } from '@/flows/document/flow-document';
import type { Registry } from '@/flows/nodes/registry';
import type { Transcript } from './transcript';

/** A way out of a step, and the tests whose conversation took it. */
export interface PortCoverage {
  node: NodeId;
  port: PortId;
  tests: string[];
}

export interface Coverage {
  /** Every way out, in the order of the document's steps. */
  ports: PortCoverage[];
  taken: number;
  /** Tests by the steps their conversation entered. */
  steps: Record<NodeId, string[]>;
}

/** Which ways out of a flow's steps are taken by the conversations played on it, each named by its test. */
export function coverage(document: FlowDocument, registry: Registry, runs: readonly { id: string; actual: Transcript }[]): Coverage {
  const steps: Record<NodeId, string[]> = {};
  const takenBy = new Map<string, string[]>();
  for (const { id, actual } of runs) {
    const trace = actual.entries.flatMap((entry) => entry.trace ?? []);
    for (const node of new Set(trace.flatMap((item) => (item.kind === 'entered' ? [item.node] : [])))) (steps[node] ??= []).push(id);
    const left = trace.flatMap((item) => (item.kind === 'left' ? [`${item.node}/${item.port}`] : []));
    for (const way of new Set(left)) takenBy.set(way, [...(takenBy.get(way) ?? []), id]);
  }
  const ports = Object.values(document.nodes).flatMap((node) => waysOut(node, registry).map((port) => ({ node: node.id, port, tests: takenBy.get(`${node.id}/${port}`) ?? [] })));
  return { ports, taken: ports.filter(({ tests }) => tests.length > 0).length, steps };
}

function waysOut({ type, data }: FlowDocument['nodes'][string], registry: Registry): PortId[] {
  const definition = registry.get(type);
  const parsed = definition?.data.safeParse(data);
  return parsed?.success ? (definition?.ports(parsed.data as never) ?? []).map(({ id }) => id) : [];
}
