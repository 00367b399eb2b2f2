import type { HandoffRequirement } from '@/flows/compiler/machine-json';
import type { NodeId } from '@/flows/document/flow-document';
import type { Outcome } from '../outcome';

/** Asks for a person; the effect's id is what `handoff.unavailable` has to answer. */
export function requestHandoff(outcome: Outcome, { node, skills, queue, priority, mode }: HandoffRequirement & { node: NodeId }): void {
  outcome.handoff = outcome.emit({ kind: 'handoff.request', node, requirement: { skills, queue, priority, mode } });
}

export function cancelHandoff(outcome: Outcome, { node }: { node: NodeId }): void {
  outcome.handoff = null;
  outcome.emit({ kind: 'handoff.cancel', node });
}
