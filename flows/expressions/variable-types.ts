import type { Variable } from '../document/variable';
import type { ConditionType } from './cel-environment';

const CONDITION_TYPES: Record<Variable['type'], ConditionType> = {
  text: 'string',
  secret: 'string',
  number: 'number',
  boolean: 'boolean',
  // Days are texts such as 2026-11-12, which compare in their order.
  date: 'string',
  list: 'list',
  object: 'map',
};

/** What conditions know by name: the declared variables, `contact` and `message`. */
export function conditionTypes(variables: readonly Variable[]): Record<string, ConditionType> {
  return { ...Object.fromEntries(variables.map(({ name, type }) => [name, CONDITION_TYPES[type]])), contact: 'map', message: 'map' };
}
