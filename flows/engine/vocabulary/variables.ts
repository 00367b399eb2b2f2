import type { MachineContext } from '@/flows/compiler/machine-json';
import type { Json } from '@/flows/document/json';
import { evaluateCondition } from '@/flows/expressions/condition';
import { EngineFailure } from '../engine-failure';
import { environmentOf, type Turn } from '../turn';

export function assignVariable(context: MachineContext, { variable, value }: { variable: string; value: Json }): Partial<MachineContext> {
  return { variables: { ...context.variables, [variable]: value } };
}

/** Throws EngineFailure when the expression cannot be evaluated: neither way out would be right. */
export function expressionHolds(turn: Turn, context: MachineContext, { source }: { source: string }): boolean {
  const result = evaluateCondition(source, environmentOf(turn, context));
  if (!result.ok) throw new EngineFailure(result.code, `${source}: ${result.detail}`);
  return result.value;
}
