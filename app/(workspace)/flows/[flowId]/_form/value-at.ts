import type { Json } from '@/flows/document/json';

/** What stands at a path inside plain JSON; undefined where nothing does. */
export function valueAt(start: Json, path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => {
    if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
    return typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? value[step] : undefined;
  }, start);
}
