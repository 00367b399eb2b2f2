import { z } from 'zod';
import { edgeId, flowDocumentSchema, type FlowDocument } from '@/flows/document/flow-document';
import { operationSchema, type Operation } from '@/flows/document/operations';
import type { EditorState } from './editor-state';

const unsentSchema = z.object({
  base: flowDocumentSchema,
  revision: z.number().int().min(0),
  operations: z.array(operationSchema),
  sending: z.number().int().min(0),
  conflicts: z.array(z.object({ operation: operationSchema, mine: z.unknown(), theirs: z.unknown(), applicable: z.boolean() })),
});

/**
 * What the server does not have, or is not settled, and all it takes to put it on a newer draft: `base` is the part of
 * the document at `revision` that the operations touch. The first `sending` of them may have arrived.
 */
export type UnsentRecord = z.infer<typeof unsentSchema>;

/** Characters; beyond, the changes stay in memory only. */
export const LONGEST_RECORD = 8_000_000;

/** The record of an editor as text; null when there is nothing to keep. */
export function unsentRecord({ saved, revision, pending, sending, conflicts }: EditorState): string | null {
  if (pending.length === 0 && conflicts.length === 0) return null;
  return JSON.stringify({ base: touched(saved, pending), revision, operations: pending, sending, conflicts });
}

/** Null for what is no record, whoever wrote it. */
export function readUnsentRecord(text: string): UnsentRecord | null {
  try {
    return unsentSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The steps the operations write, the links they set, and the ends of those. */
function touched(document: FlowDocument, operations: readonly Operation[]): FlowDocument {
  const nodes: FlowDocument['nodes'] = {};
  const edges: FlowDocument['edges'] = {};
  const take = (id: string): void => {
    const node = document.nodes[id];
    if (node) nodes[id] = node;
  };
  const visit = (operation: Operation): void => {
    if (operation.kind === 'batch') operation.operations.forEach(visit);
    else if (operation.kind === 'node.add') take(operation.node.id);
    else if (operation.kind === 'edge.set') {
      const id = edgeId(operation.from, operation.port);
      const edge = document.edges[id];
      if (!edge) return;
      edges[id] = edge;
      take(edge.from);
      take(edge.to);
    } else if ('id' in operation && operation.kind !== 'trigger.remove') take(operation.id);
  };
  operations.forEach(visit);
  return { ...document, nodes, edges };
}
