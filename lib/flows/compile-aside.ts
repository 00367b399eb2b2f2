import { Worker } from 'node:worker_threads';
import type { CompiledVersion, CompileVersion, VersionSource } from './compile-version';

/**
 * Compiles in a thread of its own, one version at a time: turns go on meanwhile, whatever the flow's size.
 * @param thread the built compile-version-worker
 */
export function compileAside(thread: URL): CompileVersion {
  let last: Promise<unknown> = Promise.resolve();
  return (source) => {
    const mine = last.then(() => inThread(thread, source));
    last = mine.catch(() => undefined);
    return mine;
  };
}

function inThread(thread: URL, source: VersionSource): Promise<CompiledVersion> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: source });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the compiling thread ended without an answer')));
  });
}
