import type { ASTNode } from '@marcbachmann/cel-js';
import { FENCED } from './cel-environment';

/**
 * Writes a parsed condition again as CEL in which nothing is left that differs between machines or runs without end:
 * functions outside the list are refused, `matches` and `timestamp` become our own, and every `all`,
 * `exists`, `map` … counts its steps. (The library has no way to replace or remove a function.)
 *
 * @throws FenceError for what is refused.
 */
export function fence(node: ASTNode): string {
  switch (node.op) {
    case 'value':
      return literal(node, node.args);
    case 'id':
      return identifier(node, node.args);
    case '.':
      return `${fence(node.args[0])}.${node.args[1]}`;
    case '[]':
      return `${fence(node.args[0])}[${fence(node.args[1])}]`;
    case 'call':
      return call(node, node.args[0], node.args[1]);
    case 'rcall':
      return method(node, node.args[0], node.args[1], node.args[2]);
    case 'list':
      return `[${node.args.map(fence).join(', ')}]`;
    case 'map':
      return `{${node.args.map(([key, value]) => `${fence(key)}: ${fence(value)}`).join(', ')}}`;
    case '?:':
      return `(${fence(node.args[0])} ? ${fence(node.args[1])} : ${fence(node.args[2])})`;
    case '!_':
      return `!(${fence(node.args)})`;
    case '-_':
      return `-(${fence(node.args)})`;
    case '.?':
    case '[?]':
      throw new FenceError(`"${node.op}" is not allowed`, node.start);
    default:
      return `(${fence(node.args[0])} ${node.op} ${fence(node.args[1])})`;
  }
}

/** `at` is an offset in the condition's text. */
export class FenceError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/** Function or method name → how many arguments it may have. The date getters take no zone: with one they read `Intl`. */
const FUNCTIONS: Record<string, readonly number[]> = { size: [1], string: [1], int: [1], double: [1], bool: [1], timestamp: [1], duration: [1], has: [1] };
const METHODS: Record<string, readonly number[]> = {
  size: [0],
  contains: [1],
  startsWith: [1],
  endsWith: [1],
  matches: [1],
  lowerAscii: [0],
  upperAscii: [0],
  trim: [0],
  getFullYear: [0],
  getMonth: [0],
  getDate: [0],
  getDayOfMonth: [0],
  getDayOfWeek: [0],
  getHours: [0],
  getMinutes: [0],
  getSeconds: [0],
  all: [2],
  exists: [2],
  exists_one: [2],
  filter: [2],
  map: [2, 3],
};
const LOOPS = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);
const LONGEST_DURATION = 40;

function call(node: ASTNode, name: string, args: ASTNode[]): string {
  allow(FUNCTIONS, name, args.length, node);
  if (name === 'duration') {
    // Its parser runs over the text once per unit: only a short one, written out.
    const [text] = args;
    if (text?.op !== 'value' || typeof text.args !== 'string' || text.args.length > LONGEST_DURATION) throw new FenceError('a duration is a short text written out', node.start);
  }
  return `${name === 'timestamp' ? FENCED.timestamp : name}(${args.map(fence).join(', ')})`;
}

function method(node: ASTNode, name: string, receiver: ASTNode, args: ASTNode[]): string {
  allow(METHODS, name, args.length, node);
  if (name === 'matches') return `${FENCED.matches}(${fence(receiver)}, ${args.map(fence).join(', ')})`;
  if (!LOOPS.has(name)) return `${fence(receiver)}.${name}(${args.map(fence).join(', ')})`;
  const [variable, ...bodies] = args;
  if (variable?.op !== 'id') throw new FenceError('a loop names its variable first', node.start);
  const fenced = bodies.map(fence);
  // Only what `map` makes can grow; conditions of the other loops are true or false.
  if (name === 'map') fenced.push(`${FENCED.step}(${fenced.pop() ?? ''})`);
  return `${FENCED.elements}(${fence(receiver)}).${name}(${identifier(variable, variable.args)}, ${fenced.join(', ')})`;
}

function allow(list: Record<string, readonly number[]>, name: string, count: number, node: ASTNode): void {
  const counts = Object.hasOwn(list, name) ? list[name] : undefined;
  if (!counts?.includes(count)) throw new FenceError(`"${name}" with ${count} arguments is not allowed`, node.start);
}

function identifier(node: ASTNode, name: string): string {
  if (name.startsWith('relais') || name === 'cel' || name === 'google') throw new FenceError(`"${name}" is not allowed`, node.start);
  return name;
}

function literal(node: ASTNode, value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'number':
      return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value);
    default:
      if (value === null) return 'null';
      throw new FenceError('this kind of value is not allowed', node.start);
  }
}
