import type { ActionJson, GuardJson } from './machine-json';
import type { Plan } from '@/flows/nodes/define-node';

const ACTIONS: Record<ActionJson['type'], true> = {
  send: true,
  count: true,
  reset: true,
  assign: true,
  'assign-template': true,
  'assign-expression': true,
  'take-answer': true,
  'patch-contact': true,
  'search-knowledge': true,
  'keep-result': true,
  'send-candidates': true,
  'send-article': true,
  request: true,
  'take-values': true,
  'hold-message': true,
  'record-answer': true,
  'request-handoff': true,
  'cancel-handoff': true,
  close: true,
  enter: true,
  leave: true,
};

const GUARDS: Record<GuardJson['type'], true> = {
  'matches-option': true,
  'counter-below': true,
  expression: true,
  'answer-valid': true,
  'open-at': true,
  'result-is': true,
  'matches-candidate': true,
  all: true,
};

/** The first action or guard of a plan that the vocabulary does not have; undefined when it knows them all. */
export function unknownName(plan: Plan): string | undefined {
  const action = plan.do.find(({ type }) => !Object.hasOwn(ACTIONS, type));
  if (action) return action.type;
  if (!('branch' in plan.then)) return undefined;
  for (const { when, plan: inner } of plan.then.branch) {
    const found = unknownGuard(when) ?? unknownName(inner);
    if (found !== undefined) return found;
  }
  return unknownName(plan.then.otherwise);
}

function unknownGuard(guard: GuardJson): string | undefined {
  if (!Object.hasOwn(GUARDS, guard.type)) return guard.type;
  return guard.type === 'all' ? guard.params.of.map(unknownGuard).find((name) => name !== undefined) : undefined;
}
