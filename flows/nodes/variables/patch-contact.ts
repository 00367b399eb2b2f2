import type { ActionJson } from '@/flows/compiler/machine-json';
import type { NodeId } from '@/flows/document/flow-document';
import type { Variable } from '@/flows/document/variable';

/** What follows an assignment: a variable of the customer's own is written back to her. */
export function patchContact(node: NodeId, variable: Variable | undefined): ActionJson[] {
  return variable?.scope === 'contact' ? [{ type: 'patch-contact', params: { node, variable: variable.name } }] : [];
}
