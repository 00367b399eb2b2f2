import type { Json } from '../document/json';
import type { Budget } from './budget';

/** A value of CEL as plain JSON: whole numbers as numbers, instants as ISO 8601. Throws for what JSON cannot hold. */
export function plainJson(value: unknown, budget: Budget): Json {
  budget.spend(1);
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return (value as unknown[]).map((item) => plainJson(item, budget));
  const entries = value instanceof Map ? [...(value as Map<unknown, unknown>)] : typeof value === 'object' && isPlain(value) ? Object.entries(value) : undefined;
  if (!entries) throw new Error('a value that JSON cannot hold');
  return Object.fromEntries(entries.map(([key, item]) => [String(key), plainJson(item, budget)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
