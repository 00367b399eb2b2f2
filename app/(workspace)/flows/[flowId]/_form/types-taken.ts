import type { FlowNode } from '@/flows/document/flow-document';
import { VARIABLE_TYPES, type VariableType } from '@/flows/document/variable';
import { answerSchema, canKeep } from '@/flows/nodes/ask/answer-schema';

/** The types of variable that a step's own variable may be: what can keep the answer, or hold a question. */
export function typesTaken(node: FlowNode, path: readonly (string | number)[]): readonly VariableType[] {
  if (path.length !== 1) return VARIABLE_TYPES;
  if (node.type === 'faq-answer') return ['text'];
  if (node.type !== 'ask') return VARIABLE_TYPES;
  const answer = answerSchema.safeParse(node.data['answer']);
  return answer.success ? VARIABLE_TYPES.filter((type) => canKeep(type, answer.data)) : VARIABLE_TYPES;
}
