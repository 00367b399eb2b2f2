import type { NodeId } from '@/flows/document/flow-document';
import { withoutSteps } from '@/flows/document/without-steps';
import type { EditorStore } from './editor-store';

/** Removes the selected link, or the selected steps so that the line through them closes; false when nothing is selected. */
export function removeSelection(store: EditorStore): boolean {
  const { selection, selectedLink, document, apply } = store.getState();
  const link = selectedLink === null ? undefined : document.edges[selectedLink];
  if (link) return apply({ kind: 'edge.set', from: link.from, port: link.port, to: null });
  return removeSteps(store, selection);
}

/** As {@link removeSelection}, for steps that need not be selected. */
export function removeSteps(store: EditorStore, ids: readonly NodeId[]): boolean {
  const { document, apply } = store.getState();
  const operations = withoutSteps(document, ids);
  const [only] = operations;
  if (!only) return false;
  return apply(operations.length === 1 ? only : { kind: 'batch', operations });
}
