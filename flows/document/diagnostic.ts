import type { NodeId, PortId } from './flow-document';

/**
 * An author's mistake, or a risk. `code` has a sentence and a fix in every language
 * (flows/compiler/messages) and a page in docs/errors. Errors block publishing, warnings do not.
 */
export interface Diagnostic {
  code: string;
  severity: 'error' | 'warning';
  node?: NodeId;
  port?: PortId;
  /** Path inside the node's data, or inside the document when `node` is absent. */
  path?: (string | number)[];
  params: Record<string, string | number>;
}
