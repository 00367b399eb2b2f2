import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { DIST, ROOT } from './root.mjs';

const STAMPS = join(DIST, 'stamps');

/**
 * Does a build step unless it was done for exactly these inputs. The stamp is taken away before the work and written
 * after it: a build that was cut off, at any moment, is one that was not done.
 *
 * @param {{ name: string, inputs: string[], outputs: string[], before?: () => void, run: () => Promise<void> }} step
 *   `run` is told whether an earlier attempt was cut off, so that it can begin on clean ground.
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function buildStep({ name, inputs, outputs, before, run }) {
  const stamp = join(STAMPS, name);
  const unfinished = join(STAMPS, `${name}.unfinished`);
  const wanted = contentHash(inputs);
  if (readStamp(stamp) === wanted && outputs.every((output) => existsSync(join(ROOT, output)))) return false;
  before?.();
  const interrupted = existsSync(unfinished);
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(unfinished, '');
  rmSync(stamp, { force: true });
  await run({ interrupted });
  rmSync(unfinished, { force: true });
  writeFileSync(stamp, wanted);
  return true;
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
