import type { FlowDocument } from '@/flows/document/flow-document';
import { parseDocument } from '@/flows/document/parse-document';

/** A stored document, brought to the newest format. Throws on a text this program cannot have written. */
export function readStoredDocument(text: string): FlowDocument {
  const parsed = parseDocument(JSON.parse(text));
  if (!parsed.ok) throw new Error(`a stored flow cannot be read: ${parsed.problems.map(({ code, path }) => `${code} ${path}`).join(', ')}`);
  return parsed.document;
}
