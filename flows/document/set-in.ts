import type { Json } from './json';

type Path = readonly (string | number)[];
type Found = { found: true; value: Json } | { found: false };
export type SetIn = { ok: true; root: Json; before: Found } | { ok: false };

/**
 * Writes a value inside plain JSON and leaves the original as it was: only the objects on the way are copied.
 * Without a value it removes what is there. A list takes a value at an index it has or at its end, and gives up only
 * its last one, so that every write has an inverse. Not ok when the path leads nowhere.
 */
export function setIn(root: Json, path: Path, value: Json | undefined): SetIn {
  const [key, ...rest] = path;
  if (key === undefined) return value === undefined ? { ok: false } : { ok: true, root: value, before: { found: true, value: root } };
  if (Array.isArray(root)) return typeof key === 'number' ? setInList(root, key, rest, value) : { ok: false };
  if (typeof root !== 'object' || root === null || typeof key !== 'string' || key === '__proto__') return { ok: false };
  return setInObject(root, key, rest, value);
}

function setInList(list: Json[], index: number, rest: Path, value: Json | undefined): SetIn {
  if (rest.length > 0) {
    const item = list[index];
    if (item === undefined) return { ok: false };
    const inner = setIn(item, rest, value);
    return inner.ok ? { ...inner, root: list.with(index, inner.root) } : inner;
  }
  const before: Found = index < list.length ? { found: true, value: list[index] ?? null } : { found: false };
  if (value !== undefined) {
    if (index > list.length) return { ok: false };
    return { ok: true, root: before.found ? list.with(index, value) : [...list, value], before };
  }
  return index === list.length - 1 ? { ok: true, root: list.slice(0, -1), before } : { ok: false };
}

function setInObject(object: Record<string, Json>, key: string, rest: Path, value: Json | undefined): SetIn {
  const before: Found = Object.hasOwn(object, key) ? { found: true, value: object[key] ?? null } : { found: false };
  if (rest.length > 0) {
    if (!before.found) return { ok: false };
    const inner = setIn(before.value, rest, value);
    return inner.ok ? { ...inner, root: { ...object, [key]: inner.root } } : inner;
  }
  if (value !== undefined) return { ok: true, root: { ...object, [key]: value }, before };
  const { [key]: _removed, ...others } = object;
  return { ok: true, root: before.found ? others : object, before };
}
