import type { FlowDocument, NodeId } from '@/flows/document/flow-document';
import type { Reference } from '@/flows/nodes/define-node';
import type { Registry } from '@/flows/nodes/registry';
import { referencesOf } from './references-of';

/** The keys a workspace has, by kind. */
export type KeysByKind = Record<Reference['kind'], readonly string[]>;

/** Something a flow names and the workspace does not have, with the steps that name it. */
export interface MissingReference {
  kind: Reference['kind'];
  key: string;
  steps: NodeId[];
}

/** In the order of the steps' ids. Steps whose data cannot be read name nothing here; the compiler reports those. */
export function missingReferences(document: FlowDocument, registry: Registry, known: KeysByKind): MissingReference[] {
  const missing = new Map<string, MissingReference>();
  for (const id of Object.keys(document.nodes).sort()) {
    const node = document.nodes[id];
    for (const { kind, key } of node ? (referencesOf(node, registry)?.references ?? []) : []) {
      if (known[kind].includes(key)) continue;
      const found = missing.get(`${kind} ${key}`) ?? { kind, key, steps: [] };
      if (!found.steps.includes(id)) found.steps.push(id);
      missing.set(`${kind} ${key}`, found);
    }
  }
  return [...missing.values()];
}
