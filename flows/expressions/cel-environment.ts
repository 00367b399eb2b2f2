import { Environment } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';
import { BoundedMap } from './bounded-map';
import type { Budget } from './budget';
import { parseInstant } from './instant';

/** What the author may say a variable holds. */
export type ConditionType = 'string' | 'number' | 'boolean' | 'list' | 'map' | 'instant';

const CEL_TYPES: Record<ConditionType, string> = {
  string: 'string',
  number: 'double',
  boolean: 'bool',
  list: 'list',
  map: 'map',
  instant: 'google.protobuf.Timestamp',
};

/** Names the fence puts in the place of CEL's own functions, see cel-fence.ts. An author cannot write them. */
export const FENCED = { matches: 'relaisMatches', timestamp: 'relaisTimestamp', step: 'relaisStep', elements: 'relaisElements' } as const;

/** A CEL environment with the given variables, or, without any, one that takes every name. */
export function createConditionEnvironment(types: Readonly<Record<string, ConditionType>> | undefined, budget: () => Budget): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: types === undefined,
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: 1500, maxDepth: 64, maxListElements: 200, maxMapEntries: 100, maxCallArguments: 8 },
  });
  for (const [name, type] of Object.entries(types ?? {})) environment.registerVariable(name, CEL_TYPES[type]);
  registerMixedArithmetic(environment);
  if (types) registerLooseEquality(environment);
  environment.registerFunction(`${FENCED.matches}(string, string): bool`, (text: string, pattern: string) => matches(text, pattern, budget()));
  environment.registerFunction(`${FENCED.timestamp}(string): google.protobuf.Timestamp`, timestamp);
  environment.registerFunction(`${FENCED.step}(dyn): dyn`, (value: unknown) => {
    charge(value, budget());
    return value;
  });
  environment.registerFunction(`${FENCED.elements}(dyn): dyn`, (value: unknown) => elements(value, budget()));
  return environment;
}

/** JSON knows one kind of number, so authors write `total + 1` where CEL would want `total + 1.0`. */
function registerMixedArithmetic(environment: Environment): void {
  const operators: Record<string, (left: number, right: number) => number> = {
    '+': (left, right) => left + right,
    '-': (left, right) => left - right,
    '*': (left, right) => left * right,
    '/': (left, right) => left / right,
    '%': (left, right) => left % right,
  };
  for (const [operator, apply] of Object.entries(operators)) {
    const handler = (left: number | bigint, right: number | bigint) => apply(Number(left), Number(right));
    environment.registerOperator(`double ${operator} int: double`, handler);
    environment.registerOperator(`int ${operator} double: double`, handler);
    if (operator === '%') environment.registerOperator(`double ${operator} double: double`, handler);
  }
}

/**
 * For checking only; running compares any two values. A variable that nobody set is null, so that every type may be
 * compared with null; and `total == 3` means a number.
 */
function registerLooseEquality(environment: Environment): void {
  for (const type of Object.values(CEL_TYPES)) environment.registerOperator(`${type} == null: bool`, (left: unknown) => left === null);
  environment.registerOperator('double == int: bool', (left: number, right: bigint) => left === Number(right));
}

/** As a tree, although it may share its branches: comparing two such values visits the tree. */
function charge(value: unknown, budget: Budget): void {
  budget.spend(typeof value === 'string' ? 1 + value.length : 1);
  if (typeof value !== 'object' || value === null) return;
  for (const child of Object.values(value)) charge(child, budget);
}

/** Units for one round of a loop. A round that ends in an error, which a loop may swallow, takes about 20 µs. */
const ELEMENT = 10;

/**
 * What a loop runs over: a list whose every element costs something to read. The price is taken here because `all`,
 * `exists`, `||` and `&&` swallow errors of their bodies, and would swallow that of the budget and go on.
 */
function elements(value: unknown, budget: Budget): unknown {
  const list = Array.isArray(value) ? (value as unknown[]) : typeof value === 'object' && value !== null ? Object.keys(value) : undefined;
  if (!list) return value;
  return new Proxy(list, {
    get(target, key, receiver) {
      if (typeof key === 'string' && key !== 'length' && key !== 'constructor') budget.spend(ELEMENT);
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}

const LONGEST_PATTERN = 500;
const patterns = new BoundedMap<string, RE2JS>(200);

/** RE2 takes time in proportion to the text; a JavaScript pattern such as `(a+)+$` would take for ever. */
function matches(text: string, pattern: string, budget: Budget): boolean {
  if (pattern.length > LONGEST_PATTERN) throw new Error(`pattern longer than ${LONGEST_PATTERN} characters`);
  budget.spend(text.length + pattern.length);
  return patterns.get(pattern, () => RE2JS.compile(pattern)).matcher(text).find();
}

/** CEL's own reads texts without a zone as local time. */
function timestamp(text: string): Date {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error('not an ISO 8601 date or an instant with its zone');
  return new Date(instant);
}
