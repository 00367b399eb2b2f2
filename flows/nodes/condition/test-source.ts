import type { Variable } from '@/flows/document/variable';
import { isOfType } from '@/flows/document/variable-value';
import { OPERATORS_OF, takesValue, type Operator } from './operators';

export interface ConditionTest {
  variable: string;
  operator: Operator;
  value: string | number | boolean | null;
}

/**
 * A row of a condition as CEL; undefined when its operator or its value does not fit the variable. Nothing that is
 * unset is equal to, more than or part of anything, so that no row can fail.
 */
export function testSource({ name, type }: Variable, { operator, value }: ConditionTest): string | undefined {
  if (!OPERATORS_OF[type].includes(operator)) return undefined;
  if (!takesValue(operator)) return operator === 'is-set' ? isSet(name, type) : `!(${isSet(name, type)})`;
  if (value === null || !(type === 'list' || isOfType(value, type))) return undefined;
  const positive = comparison(name, type, operator, value);
  return operator === 'is-not' ? `!(${positive})` : positive;
}

function isSet(name: string, type: Variable['type']): string {
  if (type === 'text' || type === 'secret') return `(${name} != null && ${name} != "")`;
  if (type === 'list' || type === 'object') return `(${name} != null && size(${name}) > 0)`;
  return `(${name} != null)`;
}

function comparison(name: string, type: Variable['type'], operator: Operator, value: string | number | boolean): string {
  const literal = literalOf(type === 'text' && typeof value === 'string' ? lowerAscii(value.trim()) : value);
  // What customers write is compared without regard to capitals (A to Z) and the spaces around it.
  const subject = type === 'text' ? `${name}.trim().lowerAscii()` : name;
  switch (operator) {
    case 'contains':
      return type === 'list' ? `(${name} != null && ${literal} in ${name})` : `(${name} != null && ${subject}.contains(${literal}))`;
    case 'starts-with':
      return `(${name} != null && ${subject}.startsWith(${literal}))`;
    case 'more-than':
    case 'after':
      return `(${name} != null && ${name} > ${literal})`;
    case 'less-than':
    case 'before':
      return `(${name} != null && ${name} < ${literal})`;
    default:
      return `(${name} != null && ${subject} == ${literal})`;
  }
}

function literalOf(value: string | number | boolean): string {
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value);
  return JSON.stringify(value);
}

/** As CEL's `lowerAscii` has it. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
