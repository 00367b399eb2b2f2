import { sameJson } from './same-json';

/**
 * `next` with every element that equals its namesake in `before` replaced by that one, and `before` itself when nothing
 * differs: what is drawn from the same object is not drawn again.
 */
export function keepSame<T extends { id: string }>(before: readonly T[], next: readonly T[]): readonly T[] {
  const known = new Map(before.map((element) => [element.id, element]));
  const kept = next.map((element) => {
    const old = known.get(element.id);
    return old && sameJson(old, element) ? old : element;
  });
  return kept.length === before.length && kept.every((element, index) => element === before[index]) ? before : kept;
}
