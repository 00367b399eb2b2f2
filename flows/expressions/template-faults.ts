import { type Template, TokenKind, Value } from 'liquidjs';
import { FORBIDDEN_NAMES } from './template-engine';

export interface TemplateFault {
  code: 'syntax' | 'range' | 'name' | 'clock' | 'too-deep' | 'too-long';
  message: string;
  at?: number;
}

const LONGEST_RANGE = 1000;
const DEEPEST = 24;

/**
 * What a parsed template asks for that is refused before it runs: ranges whose bounds are not small numbers written out
 * (LiquidJS loops for ever on `(9007199254740992..9007199254740993)`), names of JavaScript's machinery, and `'now'` as a date.
 */
export function findTemplateFault(templates: readonly Template[]): TemplateFault | undefined {
  return visit(templates, new Set(), 0);
}

/** Looks into everything LiquidJS parsed, whatever it calls it, rather than trusting a list of places where tokens hide. */
function visit(value: unknown, seen: Set<object>, blocks: number): TemplateFault | undefined {
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  seen.add(value);
  const here = blocks + (isBlock(value) ? 1 : 0);
  const fault = here > DEEPEST ? { code: 'too-deep' as const, message: `blocks nested more than ${DEEPEST} deep` } : faultOf(value);
  if (fault) return fault;
  for (const [key, child] of Object.entries(value)) {
    if (MACHINERY.has(key)) continue;
    const found = visit(child, seen, here);
    if (found) return found;
  }
  return undefined;
}

const MACHINERY = new Set(['liquid', 'parser', 'tokenizer', 'input', 'handler']);

interface AnyToken {
  kind?: unknown;
  begin?: unknown;
  content?: unknown;
  lhs?: AnyToken;
  rhs?: AnyToken;
  props?: AnyToken[];
  hash?: object;
}

function isBlock(value: object): boolean {
  return 'name' in value && ('templates' in value || 'branches' in value);
}

function faultOf(value: object): TemplateFault | undefined {
  if (value instanceof Value) return clockFault(value);
  const token = value as AnyToken;
  const at = typeof token.begin === 'number' ? { at: token.begin } : {};
  if (token.kind === TokenKind.Range) {
    const [low, high] = [token.lhs?.content, token.rhs?.content];
    const written = token.lhs?.kind === TokenKind.Number && token.rhs?.kind === TokenKind.Number && isSmall(low) && isSmall(high);
    if (!written) return { code: 'range', message: `a range goes between two whole numbers up to ${LONGEST_RANGE}`, ...at };
  }
  const isName = token.kind === TokenKind.Word || token.kind === TokenKind.PropertyAccess || token.kind === TokenKind.Quoted;
  const forbidden = (name: unknown) => typeof name === 'string' && FORBIDDEN_NAMES.has(name);
  if (isName && (forbidden(token.content) || token.props?.some((property) => forbidden(property.content)))) {
    return { code: 'name', message: 'this name cannot be used', ...at };
  }
  if (['key', 'variable'].some((key) => forbidden((value as Record<string, unknown>)[key]))) return { code: 'name', message: 'this name cannot be used' };
  return undefined;
}

function isSmall(bound: unknown): boolean {
  return typeof bound === 'number' && Number.isInteger(bound) && Math.abs(bound) <= LONGEST_RANGE;
}

function clockFault(value: Value): TemplateFault | undefined {
  const first = value.initial.postfix[0] as AnyToken | undefined;
  const asksNow = first?.kind === TokenKind.Quoted && (first.content === 'now' || first.content === 'today');
  if (!asksNow || value.filters[0]?.name !== 'date') return undefined;
  return { code: 'clock', message: 'a template cannot ask for the time', ...(typeof first.begin === 'number' ? { at: first.begin } : {}) };
}
