import type { JsonObject } from '@/flows/document/json';
import type { VariableType } from '@/flows/document/variable';
import { isOfType } from '@/flows/document/variable-value';
import type { Facts } from './engine-types';

/** What the customer's own attributes say of a flow's variables. A value of another type, written by another flow, counts as none. */
export function contactValues(types: Readonly<Record<string, VariableType>>, facts: Facts): JsonObject {
  const attributes = objectIn(objectIn(facts, 'contact'), 'attributes');
  return Object.fromEntries(
    Object.entries(types).flatMap(([name, type]) => {
      const value = Object.hasOwn(attributes, name) ? (attributes[name] ?? null) : null;
      return value !== null && isOfType(value, type) ? [[name, value]] : [];
    }),
  );
}

function objectIn(record: JsonObject, name: string): JsonObject {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
