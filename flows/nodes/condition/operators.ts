import type { VariableType } from '@/flows/document/variable';

export const OPERATORS = ['is', 'is-not', 'contains', 'starts-with', 'more-than', 'less-than', 'before', 'after', 'is-set', 'is-empty'] as const;
export type Operator = (typeof OPERATORS)[number];

const COMMON: readonly Operator[] = ['is-set', 'is-empty'];

/** The operators that mean something for a variable of each type. */
export const OPERATORS_OF: Record<VariableType, readonly Operator[]> = {
  text: ['is', 'is-not', 'contains', 'starts-with', ...COMMON],
  secret: ['is', 'is-not', ...COMMON],
  number: ['is', 'is-not', 'more-than', 'less-than', ...COMMON],
  boolean: ['is', 'is-not', ...COMMON],
  date: ['is', 'is-not', 'before', 'after', ...COMMON],
  list: ['contains', ...COMMON],
  object: COMMON,
};

/** Whether an operator compares with a value. */
export function takesValue(operator: Operator): boolean {
  return !COMMON.includes(operator);
}
