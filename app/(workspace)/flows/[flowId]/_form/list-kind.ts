/** What a list holds: the words of its buttons follow it. */
export type ListKind = 'options' | 'assignments' | 'cases' | 'rows';

/** Told by the hint of the list's schema; a list without one holds options. */
export function listKind(hint: unknown): ListKind {
  if (typeof hint === 'string' && hint.startsWith('request-')) return 'rows';
  return hint === 'assignments' || hint === 'cases' ? hint : 'options';
}
