import type { ActionJson, GuardJson } from '../machine-json';

/** What an action changes that a guard could read: `counter:<name>`, `variable:<name>` or `result:<step>`; undefined when nothing. */
export function writeOf(action: ActionJson): string | undefined {
  switch (action.type) {
    case 'count':
    case 'reset':
      return `counter:${action.params.counter}`;
    case 'assign':
    case 'assign-template':
    case 'assign-expression':
    case 'take-answer':
      return action.params.variable === null ? undefined : `variable:${action.params.variable}`;
    case 'keep-result':
      return `result:${action.params.node}`;
    default:
      return undefined;
  }
}

/**
 * Whether a guard may read one of the things written. An expression can reach a variable only by its name, so that
 * a name that does not occur in its source is not read; one that occurs is taken as read, even inside a string.
 */
export function readsAny(guard: GuardJson, writes: ReadonlySet<string>): boolean {
  if (writes.size === 0) return false;
  switch (guard.type) {
    case 'all':
      return guard.params.of.some((inner) => readsAny(inner, writes));
    case 'counter-below':
      return writes.has(`counter:${guard.params.counter}`);
    case 'expression':
      return [...writes].some((write) => write.startsWith('variable:') && guard.params.source.includes(write.slice('variable:'.length)));
    case 'matches-candidate':
      return writes.has(`result:${guard.params.node}`);
    case 'matches-option':
    case 'answer-valid':
    case 'open-at':
    case 'result-is':
      return false;
  }
}
