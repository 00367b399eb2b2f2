import type { Json } from '@/flows/document/json';
import type { VariableType } from '@/flows/document/variable';
import { isOfType } from '@/flows/document/variable-value';

/** A value as its input shows it; empty when it is not one of this type. Lists are one entry per line, objects JSON. */
export function literalText(value: Json, type: VariableType): string {
  if (value === null || !isOfType(value, type)) return '';
  if (Array.isArray(value)) return value.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry))).join('\n');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The value that a text in the input of a type stands for; undefined while it is none. */
export function readLiteral(text: string, type: VariableType): Json | undefined {
  switch (type) {
    case 'text':
    case 'secret':
      return text;
    case 'number': {
      const number = Number(text);
      return text.trim() !== '' && Number.isFinite(number) ? number : undefined;
    }
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'date':
      return isOfType(text, 'date') ? text : undefined;
    case 'list':
      return text.split('\n').filter((line) => line.trim() !== '');
    case 'object':
      return readObject(text);
  }
}

function readObject(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return value !== null && isOfType(value, 'object') ? value : undefined;
  } catch {
    return undefined;
  }
}
