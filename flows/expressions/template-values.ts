import { toValue } from 'liquidjs';
import type { Budget } from './budget';

/** What a value says in a text. Objects say nothing: `[object Object]` helps no customer. */
export function textOf(value: unknown, budget: Budget): string {
  const plain: unknown = toValue(value);
  if (typeof plain === 'string') return plain;
  if (typeof plain === 'number' || typeof plain === 'boolean') return String(plain);
  if (!Array.isArray(plain)) return '';
  let text = '';
  for (const item of plain as unknown[]) {
    budget.spend(1);
    const part = textOf(item, budget);
    budget.spend(part.length);
    text += part;
  }
  return text;
}

/** The number a value stands for; 0 when it stands for none, as Liquid has it. */
export function numberOf(value: unknown): number {
  const plain: unknown = toValue(value);
  if (typeof plain === 'number') return Number.isNaN(plain) ? 0 : plain;
  if (typeof plain === 'string' && /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(plain)) return Number(plain);
  return 0;
}

/** A list as it is, nothing as the empty list, anything else as a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  const plain: unknown = toValue(value);
  if (Array.isArray(plain)) return plain as unknown[];
  return plain === null || plain === undefined ? [] : [plain];
}

/** Reads only what an object owns. */
export function ownProperty(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
