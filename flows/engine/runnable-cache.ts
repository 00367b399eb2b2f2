import type { CompiledFlow } from '@/flows/compiler/machine-json';
import { createRunnable, type Runnable } from './runnable';

/** Characters of machine JSON kept ready to run; an instantiated machine takes about ten times that in bytes. */
const CAPACITY = 8_000_000;

interface Entry {
  compiled: CompiledFlow;
  text: string;
  runnable: Runnable;
}

/** In order of use, the oldest first. A memo of a pure function: what is in it changes no result. */
const entries = new Map<string, Entry>();
let kept = 0;

/**
 * The flow ready to run, from a cache bounded by size. A draft may change under one ref: an entry counts only for
 * the very machine it was built from.
 */
export function runnable(compiled: CompiledFlow, iterations: number): Runnable {
  const key = `${iterations} ${compiled.ref}`;
  const found = entries.get(key);
  if (found) {
    entries.delete(key);
    if (found.compiled === compiled || found.text === JSON.stringify(compiled.machine)) {
      found.compiled = compiled;
      entries.set(key, found);
      return found.runnable;
    }
    kept -= found.text.length;
  }
  const made: Entry = { compiled, text: JSON.stringify(compiled.machine), runnable: createRunnable(compiled, iterations) };
  entries.set(key, made);
  kept += made.text.length;
  for (const [oldest, { text }] of entries) {
    if (kept <= CAPACITY || oldest === key) break;
    entries.delete(oldest);
    kept -= text.length;
  }
  return made.runnable;
}
