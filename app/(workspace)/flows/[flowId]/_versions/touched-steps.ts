import type { DocumentDiff } from '@/flows/document/compare-documents';
import type { NodeId } from '@/flows/document/flow-document';

/** Steps that both versions have and that read or lead differently now. */
export function touchedSteps({ changed, rewired }: DocumentDiff): NodeId[] {
  return [...new Set([...changed.map(({ id }) => id), ...rewired.map(({ from }) => from)])];
}
