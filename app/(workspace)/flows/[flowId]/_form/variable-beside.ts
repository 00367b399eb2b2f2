import type { Json } from '@/flows/document/json';
import type { Variable } from '@/flows/document/variable';
import { valueAt } from './value-at';

/** The declared variable that the nearest object around a place names: the one an assigned or compared value is for. */
export function variableBeside(data: Json, path: readonly (string | number)[], variables: readonly Variable[]): Variable | undefined {
  for (let length = path.length - 1; length >= 0; length -= 1) {
    const name = valueAt(data, [...path.slice(0, length), 'variable']);
    if (typeof name === 'string') return variables.find((variable) => variable.name === name);
  }
  return undefined;
}
