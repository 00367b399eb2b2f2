import type { CompileContext } from '../define-node';

/** The first of two options would always win, so that the second could never be written: an error, on the second. */
export function reportSharedKeys<D>(options: readonly { keys: readonly string[]; path: (string | number)[] }[], context: CompileContext<D>): void {
  const seen = new Set<string>();
  for (const { keys, path } of options) {
    const shared = keys.find((key) => seen.has(key));
    if (shared !== undefined) context.report({ code: 'duplicate-option', severity: 'error', path, params: { key: shared } });
    for (const key of keys) seen.add(key);
  }
}
