import type { Json } from '@/flows/document/json';
import type { VariableType } from '@/flows/document/variable';
import { isDay } from '@/flows/document/variable-value';

/**
 * A rendered text as a value of a variable's type; null when it is blank or no such value. Numbers are plain
 * (`1386.5`), days `2026-11-12`, booleans `true` or `false`; lists and objects are never read from a text.
 */
export function readAs(text: string, type: VariableType): Json {
  const plain = text.trim();
  if (plain === '') return null;
  switch (type) {
    case 'text':
    case 'secret':
      return plain;
    case 'number':
      return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
    case 'boolean':
      return plain === 'true' ? true : plain === 'false' ? false : null;
    case 'date':
      return isDay(plain.slice(0, 10)) && /^.{10}($|T)/.test(plain) ? plain.slice(0, 10) : null;
    case 'list':
    case 'object':
      return null;
  }
}
