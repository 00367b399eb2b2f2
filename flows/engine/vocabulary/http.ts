import type { ActionJson, MachineContext } from '@/flows/compiler/machine-json';
import type { Json } from '@/flows/document/json';
import { isOfType } from '@/flows/document/variable-value';
import { renderRequest } from '@/flows/http/render-request';
import { EngineFailure } from '../engine-failure';
import type { Outcome } from '../outcome';
import { environmentOf, type Turn } from '../turn';

type Params<T extends ActionJson['type']> = Extract<ActionJson, { type: T }>['params'];

/** Characters of all that a customer writes while a result is waited for. */
const LONGEST_HELD = 4096;

/** Asks a service; the effect's id is what its result has to answer. Throws EngineFailure when a template cannot be rendered. */
export function requestService(outcome: Outcome, turn: Turn, context: MachineContext, { node, ...template }: Params<'request'>): void {
  const rendered = renderRequest(template, environmentOf(turn, context), { locale: context.language, limits: turn.limits });
  if (!rendered.ok) throw new EngineFailure(rendered.code, rendered.detail, node);
  outcome.awaited = outcome.emit({ kind: 'http.request', node, request: rendered.request });
}

/** A world that errs may send anything: what a variable cannot hold unsets it. */
export function takeValues({ result }: Turn, context: MachineContext, { variables }: Params<'take-values'>): Partial<MachineContext> {
  const values = valuesIn(result);
  const taken = variables.map(({ name, type }): [string, Json] => {
    const value = Object.hasOwn(values, name) ? (values[name] ?? null) : null;
    return [name, isOfType(value, type) ? value : null];
  });
  return { variables: { ...context.variables, ...Object.fromEntries(taken) } };
}

/** Several messages become one, with a line each; the button of the last one counts. */
export function holdMessage({ message }: Turn, context: MachineContext): Partial<MachineContext> {
  if (!message) return {};
  const text = context.held ? `${context.held.text}\n${message.text}` : message.text;
  return { held: { ...message, text: text.slice(0, LONGEST_HELD) } };
}

function valuesIn(result: Json | undefined): Record<string, Json> {
  const values = typeof result === 'object' && result !== null && !Array.isArray(result) ? result['values'] : undefined;
  return typeof values === 'object' && values !== null && !Array.isArray(values) ? values : {};
}
