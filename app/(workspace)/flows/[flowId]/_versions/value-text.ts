import type { Json } from '@/flows/document/json';

const LONGEST = 600;

/** A value of a step's data as it can be read: texts as they are, the texts inside anything larger, else its JSON; empty for none. */
export function valueText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  const texts = textsIn(value);
  const text = texts.length > 0 ? texts.join('\n') : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return (Array.isArray(value) ? value : Object.entries(value).flatMap(([key, child]) => (key === 'id' || child === undefined ? [] : [child]))).flatMap(textsIn);
}
