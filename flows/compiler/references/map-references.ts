import type { FlowDocument, FlowNode } from '@/flows/document/flow-document';
import { setIn } from '@/flows/document/set-in';
import type { Reference } from '@/flows/nodes/define-node';
import type { Registry } from '@/flows/nodes/registry';
import { referencesOf } from './references-of';

/** What a flow names, and what it shall name in its place. */
export interface ReferenceMapping {
  kind: Reference['kind'];
  from: string;
  to: string;
}

/** The document with every mapped skill, queue and calendar named anew; what is not mapped stays. */
export function mapReferences(document: FlowDocument, registry: Registry, mappings: readonly ReferenceMapping[]): FlowDocument {
  if (mappings.length === 0) return document;
  const wanted = new Map(mappings.map(({ kind, from, to }) => [`${kind} ${from}`, to]));
  const nodes = Object.values(document.nodes).map((node) => [node.id, mapped(node, registry, wanted)] as const);
  return { ...document, nodes: Object.fromEntries(nodes) };
}

function mapped(node: FlowNode, registry: Registry, wanted: ReadonlyMap<string, string>): FlowNode {
  const found = referencesOf(node, registry);
  const changes = found?.references.filter(({ kind, key }) => wanted.has(`${kind} ${key}`)) ?? [];
  if (!found || changes.length === 0) return node;
  return changes.reduce((current, { kind, key, path }) => {
    const written = setIn(current.data, path, wanted.get(`${kind} ${key}`));
    return written.ok ? { ...current, data: written.root as FlowNode['data'] } : current;
  }, found.node);
}
