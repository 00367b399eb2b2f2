import type { CompiledTrigger } from '@/flows/compiler/machine-json';
import type { Json, JsonObject } from '@/flows/document/json';

/** An event's data as another system would send it, from what was typed for each variable. Nothing typed is not sent. */
export function eventData({ variables }: Extract<CompiledTrigger, { type: 'api-event' }>, typed: Readonly<Record<string, string>>): JsonObject {
  const data: JsonObject = {};
  for (const [name, { path, type }] of Object.entries(variables)) {
    const text = typed[name]?.trim() ?? '';
    if (text === '') continue;
    put(data, path.split('.'), type === 'text' || type === 'date' || type === 'secret' ? text : readJson(text));
  }
  return data;
}

/** A number, true, a list: what is none of these is sent as it is, as another system might. */
function readJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** A key that is a number stands in a list. */
function put(root: JsonObject, path: readonly string[], value: Json): void {
  let at: JsonObject | Json[] = root;
  path.forEach((key, index) => {
    const next = path[index + 1];
    const place = at as Record<string, Json>;
    if (next === undefined) {
      place[key] = value;
      return;
    }
    const there = place[key];
    at = place[key] = typeof there === 'object' && there !== null ? there : /^\d+$/.test(next) ? [] : {};
  });
}
