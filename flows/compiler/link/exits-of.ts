import type { PortId } from '@/flows/document/flow-document';
import type { Plan } from '@/flows/nodes/define-node';

/** The ports a plan leaves by without waiting, once per place it does so. */
export function exitsOf(plan: Plan): PortId[] {
  const { then } = plan;
  if ('exit' in then) return [then.exit];
  if ('branch' in then) return [...then.branch.flatMap((choice) => exitsOf(choice.plan)), ...exitsOf(then.otherwise)];
  return [];
}
