import type { Json } from '@/flows/document/json';

/** A copy of a JSON value with another value at a path. */
export function withValue(start: Json, path: readonly (string | number)[], value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(start)) return start.map((item, index) => (index === step ? withValue(item, rest, value) : item));
  const object = typeof start === 'object' && start !== null ? start : {};
  return { ...object, [step]: withValue(object[step] ?? null, rest, value) };
}
