import { z } from 'zod';
import { flowDocumentSchema } from '@/flows/document/flow-document';
import { operationSchema } from '@/flows/document/operations';
import type { EditorStore } from './editor-store';

const unsentSchema = z.object({
  base: flowDocumentSchema,
  revision: z.number().int().min(0),
  operations: z.array(operationSchema),
  conflicts: z.array(z.object({ operation: operationSchema, mine: z.unknown(), theirs: z.unknown(), applicable: z.boolean() })),
});

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (flowId: string) => `relais.unsent.${flowId}`;

/** Puts what the server does not have yet, and what is not settled, aside for this tab; clears it when there is nothing. */
export function keepUnsent(shelf: Shelf, flowId: string, store: EditorStore): void {
  const { saved, revision, pending, conflicts } = store.getState();
  if (pending.length === 0 && conflicts.length === 0) return shelf.removeItem(keyOf(flowId));
  try {
    shelf.setItem(keyOf(flowId), JSON.stringify({ base: saved, revision, operations: pending, conflicts }));
  } catch {
    // The tab's storage is full or closed: the changes stay in memory, and leaving the page asks first.
  }
}

/** Takes up what this tab had put aside, on top of the draft as it stands now. */
export function restoreUnsent(shelf: Shelf, flowId: string, store: EditorStore): void {
  const kept = unsentSchema.safeParse(parsed(shelf.getItem(keyOf(flowId))));
  if (!kept.success) return;
  const { document, revision } = store.getState();
  const { base, operations, conflicts } = kept.data;
  store.setState({ saved: base, pending: operations, conflicts });
  store.getState().rebaseOnto(document, revision);
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
