import type { FlowDocument } from '@/flows/document/flow-document';
import { applyOperation, type Operation } from '@/flows/document/operations';

/** Does an operation on a document, or null when it does not apply there. */
export function tryApply(document: FlowDocument, operation: Operation): { document: FlowDocument; inverse: Operation } | null {
  const result = applyOperation(document, operation);
  return result.ok ? { document: result.document, inverse: result.inverse } : null;
}
