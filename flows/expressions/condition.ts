import type { Environment, ParseResult } from '@marcbachmann/cel-js';
import type { Json, JsonObject } from '../document/json';
import { BoundedMap } from './bounded-map';
import { Budget } from './budget';
import { type ConditionType, createConditionEnvironment } from './cel-environment';
import { withDoubles } from './cel-doubles';
import { FenceError, fence } from './cel-fence';
import { freeNames } from './cel-names';
import { plainJson } from './plain-json';

export interface ConditionFault {
  code: 'syntax' | 'type' | 'not-allowed' | 'not-a-condition' | 'too-long';
  message: string;
  /** Where in the text it is wrong, and where that ends. */
  at?: number;
  until?: number;
}
export type ConditionCheck = { ok: true } | ({ ok: false } & ConditionFault);

/** `code` is one of the engine's failure codes. */
export type ConditionOutcome = { ok: true; value: boolean } | { ok: false; code: 'limit-exceeded' | 'expression-failed'; detail: string };

/**
 * Whether a text is a condition that can run: CEL that gives true or false. With `types`, every variable must be one of
 * them and is checked against its type; without, any name is taken. `message` is technical English.
 */
export function checkCondition(source: string, types?: Readonly<Record<string, ConditionType>>): ConditionCheck {
  const compiled = compile(source, types);
  if (!('run' in compiled)) return { ok: false, ...compiled };
  if (compiled.type === 'bool' || compiled.type === 'dyn') return { ok: true };
  return { ok: false, code: 'not-a-condition', message: `gives ${compiled.type}, not true or false` };
}

/** Evaluates a condition over plain JSON. Never throws; a value that is neither true nor false is a failure. */
export function evaluateCondition(source: string, environment: JsonObject): ConditionOutcome {
  const compiled = compile(source, undefined);
  if (!('run' in compiled)) return { ok: false, code: 'expression-failed', detail: compiled.message };
  budget = new Budget(WORK);
  try {
    const value: unknown = compiled.run(withoutPrototype(environment));
    if (typeof value === 'boolean') return { ok: true, value };
    return { ok: false, code: 'expression-failed', detail: 'neither true nor false' };
  } catch (error) {
    return { ok: false, code: budget.exhausted ? 'limit-exceeded' : 'expression-failed', detail: messageOf(error) };
  }
}

export type ExpressionOutcome = { ok: true; value: Json } | { ok: false; code: 'limit-exceeded' | 'expression-failed'; detail: string };

/** As {@link checkCondition}, for an expression of any kind; `type` is what it gives, undefined when only running it tells. */
export function checkExpression(source: string, types?: Readonly<Record<string, ConditionType>>): { ok: true; type: ConditionType | undefined } | ({ ok: false } & ConditionFault) {
  const compiled = compile(source, types);
  return 'run' in compiled ? { ok: true, type: TYPES_OF_CEL[compiled.type] } : { ok: false, ...compiled };
}

/** As {@link evaluateCondition}, for an expression of any kind: its value as plain JSON, instants as ISO 8601. */
export function evaluateExpression(source: string, environment: JsonObject): ExpressionOutcome {
  const compiled = compile(source, undefined);
  if (!('run' in compiled)) return { ok: false, code: 'expression-failed', detail: compiled.message };
  budget = new Budget(WORK);
  try {
    return { ok: true, value: plainJson(compiled.run(withoutPrototype(environment)), budget) };
  } catch (error) {
    return { ok: false, code: budget.exhausted ? 'limit-exceeded' : 'expression-failed', detail: messageOf(error) };
  }
}

/** Names an expression reads from its environment; undefined when it cannot be parsed. Variables of its loops are its own. */
export function namesRead(source: string): string[] | undefined {
  if (source.length > LONGEST_CONDITION) return undefined;
  try {
    const { ast } = environments.get('', () => createConditionEnvironment(undefined, () => budget)).parse(source);
    return [...freeNames(ast)];
  } catch {
    return undefined;
  }
}

/** Units of work of one evaluation, see Budget. */
const WORK = 100_000;
const LONGEST_CONDITION = 4096;

/** The evaluation under way. There is never more than one: nothing in flows/ waits. */
let budget = new Budget(0);

const environments = new BoundedMap<string, Environment>(50);
const compiledConditions = new BoundedMap<string, Compiled | ConditionFault>(1000);

interface Compiled {
  run: ParseResult;
  /** CEL's name of what it gives. */
  type: string;
}

const TYPES_OF_CEL: Record<string, ConditionType> = {
  string: 'string', double: 'number', int: 'number', bool: 'boolean', list: 'list', map: 'map', 'google.protobuf.Timestamp': 'instant',
};

function compile(source: string, types: Readonly<Record<string, ConditionType>> | undefined): Compiled | ConditionFault {
  if (source.length > LONGEST_CONDITION) return { code: 'too-long', message: `longer than ${LONGEST_CONDITION} characters` };
  const scope = types === undefined ? '' : JSON.stringify(Object.entries(types).sort(([left], [right]) => (left < right ? -1 : 1)));
  return compiledConditions.get(`${scope}\n${source}`, () => {
    try {
      const environment = environments.get(scope, () => createConditionEnvironment(types, () => budget));
      const written = environment.parse(source);
      const fenced = fence(written.ast);
      const strict = written.check();
      const checked = strict.valid || types === undefined ? strict : environment.parse(fence(withDoubles(written.ast))).check();
      if (!checked.valid) return faultOf('type', strict.error);
      return { run: environment.parse(fenced), type: (checked.type ?? 'dyn').replace(/<.*$/, '') };
    } catch (error) {
      if (error instanceof FenceError) return { code: 'not-allowed', message: error.message, at: error.at };
      return faultOf('syntax', error);
    }
  });
}

function faultOf(code: ConditionFault['code'], error: unknown): ConditionFault {
  const { start, end } = (error as { range?: { start?: unknown; end?: unknown } } | undefined)?.range ?? {};
  return { code, message: messageOf(error), ...(typeof start === 'number' && { at: start }), ...(typeof start === 'number' && typeof end === 'number' && end > start && { until: end }) };
}

function messageOf(error: unknown): string {
  const summary = (error as { summary?: unknown } | undefined)?.summary;
  const text = typeof summary === 'string' ? summary : error instanceof Error ? error.message : String(error);
  return text.slice(0, 300);
}

/** The library reads variables by plain property access: an object without a prototype has none to leak. */
function withoutPrototype(environment: JsonObject): Record<string, Json> {
  const bare = Object.create(null) as Record<string, Json>;
  for (const [name, value] of Object.entries(environment)) bare[name] = value;
  return bare;
}
