/** What a list holds: the words of its buttons follow it. */
export type ListKind = 'options' | 'assignments' | 'cases';

/** Told by the hint of the list's schema; a list without one holds options. */
export function listKind(hint: unknown): ListKind {
  return hint === 'assignments' || hint === 'cases' ? hint : 'options';
}
