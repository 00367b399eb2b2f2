import type { Diagnostic } from '@/flows/document/diagnostic';
import type { NodeId } from '@/flows/document/flow-document';

/** The step with the next finding after `from`, or the one before it; round again at the end. Null when no step has any. */
export function nextProblem(diagnostics: readonly Diagnostic[], from: NodeId | null, by: 1 | -1): NodeId | null {
  const steps = [...new Set(diagnostics.flatMap(({ node }) => (node === undefined ? [] : [node])))];
  const at = from === null ? -1 : steps.indexOf(from);
  const next = at === -1 ? (by === 1 ? 0 : steps.length - 1) : (at + by + steps.length) % steps.length;
  return steps[next] ?? null;
}
