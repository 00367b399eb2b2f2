import type { Json } from '@/flows/document/json';
import type { Variable, VariableType } from '@/flows/document/variable';
import { OPERATORS_OF, takesValue, type Operator } from '@/flows/nodes/condition/operators';

/** One row of a condition, as a type alias so that it is JSON. */
export type TestRowData = { variable: string; operator: Operator; value: string | number | boolean | null };

/** A row as it stands in the data, whatever somebody wrote there. */
export function testOf(value: Json): TestRowData {
  const row = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const { variable, operator, value: compared } = row;
  return {
    variable: typeof variable === 'string' ? variable : '',
    operator: typeof operator === 'string' ? (operator as Operator) : 'is',
    value: compared === undefined || typeof compared === 'object' ? null : compared,
  };
}

/** A row about another variable: the operator stays when it means something there, the value when it is of that type. */
export function withVariable(test: TestRowData, variable: Variable): TestRowData {
  const operators = OPERATORS_OF[variable.type];
  const operator = operators.includes(test.operator) ? test.operator : (operators[0] ?? 'is-set');
  return withOperator({ ...test, variable: variable.name, value: fits(test.value, comparedType(variable.type)) ? test.value : null }, operator, variable.type);
}

/** A row with another operator: `is set` and `is empty` compare with nothing. */
export function withOperator(test: TestRowData, operator: Operator, type: VariableType): TestRowData {
  if (!takesValue(operator)) return { ...test, operator, value: null };
  return { ...test, operator, value: test.value ?? blankOf(comparedType(type)) };
}

/** What a row compares with: for a list, one of its entries. */
export function comparedType(type: VariableType): VariableType {
  return type === 'list' || type === 'object' || type === 'secret' ? 'text' : type;
}

function fits(value: TestRowData['value'], type: VariableType): boolean {
  if (type === 'number' || type === 'boolean') return typeof value === type;
  return typeof value === 'string' && type !== 'date';
}

/** Null where the author has to choose. */
function blankOf(type: VariableType): TestRowData['value'] {
  return type === 'text' ? '' : type === 'boolean' ? true : null;
}
