import type { Json } from './json';
import type { VariableType } from './variable';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a value may stand in a variable of this type; null, the unset value, always may. */
export function isOfType(value: Json, type: VariableType): boolean {
  if (value === null) return true;
  switch (type) {
    case 'text':
    case 'secret':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isDay(value);
    case 'list':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
  }
}

/** A day of the calendar, such as `2026-11-12`. */
export function isDay(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
