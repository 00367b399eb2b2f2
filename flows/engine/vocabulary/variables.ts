import type { MachineContext } from '@/flows/compiler/machine-json';
import type { Json } from '@/flows/document/json';
import type { LocalizedText } from '@/flows/document/localized-text';
import { pickText } from '@/flows/document/localized-text';
import type { VariableType } from '@/flows/document/variable';
import { isOfType } from '@/flows/document/variable-value';
import { readAs } from '@/flows/answers/read-as';
import { evaluateCondition, evaluateExpression } from '@/flows/expressions/condition';
import { renderTemplate } from '@/flows/expressions/template';
import { EngineFailure } from '../engine-failure';
import { environmentOf, type Turn } from '../turn';

export function assignVariable(context: MachineContext, { variable, value }: { variable: string; value: Json }): Partial<MachineContext> {
  return { variables: { ...context.variables, [variable]: value } };
}

/** Throws EngineFailure when the template cannot be rendered. */
export function assignTemplate(turn: Turn, context: MachineContext, params: { variable: string; template: LocalizedText; type: VariableType }): Partial<MachineContext> {
  const source = pickText(params.template, context.language, turn.languages);
  const rendered = renderTemplate(source, environmentOf(turn, context), { locale: context.language, limits: turn.limits });
  if (!rendered.ok) throw new EngineFailure(rendered.code, `${params.variable}: ${rendered.detail}`);
  return assignVariable(context, { variable: params.variable, value: readAs(rendered.text, params.type) });
}

/** Throws EngineFailure when the expression cannot be evaluated. */
export function assignExpression(turn: Turn, context: MachineContext, params: { variable: string; source: string; type: VariableType }): Partial<MachineContext> {
  const result = evaluateExpression(params.source, environmentOf(turn, context));
  if (!result.ok) throw new EngineFailure(result.code, `${params.source}: ${result.detail}`);
  return assignVariable(context, { variable: params.variable, value: isOfType(result.value, params.type) ? result.value : null });
}

/** Throws EngineFailure when the expression cannot be evaluated: neither way out would be right. */
export function expressionHolds(turn: Turn, context: MachineContext, { source }: { source: string }): boolean {
  const result = evaluateCondition(source, environmentOf(turn, context));
  if (!result.ok) throw new EngineFailure(result.code, `${source}: ${result.detail}`);
  return result.value;
}
