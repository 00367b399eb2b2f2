import type { CompiledTrigger } from '../compiler/machine-json';
import type { Json, JsonObject } from '../document/json';
import { isOfType } from '../document/variable-value';

/** What a flow begins with, or the first variable whose value in the data is not of its type. */
export type TriggerInput = { ok: true; input: JsonObject } | { ok: false; variable: string; path: string; type: string };

/** Reads the variables of an API event's trigger out of its data. What is not there stays unset; a number may fill a text. */
export function triggerInput({ variables }: Extract<CompiledTrigger, { type: 'api-event' }>, data: JsonObject): TriggerInput {
  const input: JsonObject = {};
  for (const [variable, { path, type }] of Object.entries(variables)) {
    const found = valueAt(data, path.split('.'));
    if (found === undefined || found === null) continue;
    const value = type === 'text' && typeof found === 'number' ? String(found) : found;
    if (!isOfType(value, type)) return { ok: false, variable, path, type };
    input[variable] = value;
  }
  return { ok: true, input };
}

function valueAt(root: Json, path: readonly string[]): Json | undefined {
  let value: Json | undefined = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) value = /^\d{1,6}$/.test(key) ? value[Number(key)] : undefined;
    else value = Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}
