import { readAs } from '../answers/read-as';
import type { Json } from '../document/json';
import type { VariableType } from '../document/variable';
import { isOfType } from '../document/variable-value';
import type { HttpAnswer, HttpRequest, HttpResult, HttpSource } from './http-request';

/**
 * Why an answer is none: `http-status` (neither success nor a status the step has a way for), `http-not-json` (a value is
 * read from a body that is no JSON), `http-misfit` (a value is missing, or of another type than its variable).
 */
export type HttpAnswerFault = 'http-status' | 'http-not-json' | 'http-misfit';
export type HttpReading = { ok: true; result: HttpResult } | { ok: false; code: HttpAnswerFault; detail: string };

/** The answer as the flow hears it. Keeps nothing but what the step reads. */
export function readAnswer({ outcomes, reads }: Pick<HttpRequest, 'outcomes' | 'reads'>, { status, headers, body }: HttpAnswer): HttpReading {
  const outcome = outcomeOf(outcomes, status);
  if (outcome === undefined) return { ok: false, code: 'http-status', detail: `the service answered ${status}` };
  if (outcome !== 'ok') return { ok: true, result: { outcome, status, values: {} } };
  const json = reads.some(({ from }) => from.part === 'body') ? parse(body) : { ok: true as const, value: null };
  if (!json.ok) return { ok: false, code: 'http-not-json', detail: 'the answer is not JSON' };
  const values: Record<string, Json> = {};
  for (const { variable, type, from } of reads) {
    const value = fitted(found(from, { status, headers }, json.value), type);
    if (value === undefined) return { ok: false, code: 'http-misfit', detail: `${variable}: nothing of type ${type} at ${nameOf(from)}` };
    values[variable] = value;
  }
  return { ok: true, result: { outcome, status, values } };
}

/** The outcome a status means; undefined when it is no answer. */
export function outcomeOf(outcomes: Readonly<Record<string, string>>, status: number): string | undefined {
  const named = Object.hasOwn(outcomes, String(status)) ? outcomes[String(status)] : undefined;
  return named ?? (status >= 200 && status < 300 ? 'ok' : undefined);
}

function parse(body: string): { ok: true; value: Json } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(body) as Json };
  } catch {
    return { ok: false };
  }
}

function found(from: HttpSource, { status, headers }: Pick<HttpAnswer, 'status' | 'headers'>, body: Json): Json | undefined {
  if (from.part === 'status') return status;
  if (from.part === 'header') return Object.hasOwn(headers, from.name) ? headers[from.name] : undefined;
  return from.path.reduce<Json | undefined>((value, name) => {
    if (Array.isArray(value)) return typeof name === 'number' ? value[name] : undefined;
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.hasOwn(value, name) ? value[name] : undefined;
  }, body);
}

/** Numbers become texts and texts are read as what the variable holds; anything else has to fit as it is. */
function fitted(value: Json | undefined, type: VariableType): Json | undefined {
  if (value === undefined || isOfType(value, type)) return value;
  if (typeof value === 'number' && (type === 'text' || type === 'secret')) return String(value);
  return typeof value === 'string' ? (readAs(value, type) ?? undefined) : undefined;
}

function nameOf(from: HttpSource): string {
  if (from.part === 'body') return `body.${from.path.join('.')}`;
  return from.part === 'header' ? `header ${from.name}` : 'status';
}
