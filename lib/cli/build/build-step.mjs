import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { DIST, ROOT } from './root.mjs';

const STAMPS = join(DIST, 'stamps');

/**
 * Does a build step whose output has a fixed place, unless it was done for exactly these inputs. The stamp is taken away before the work and written
 * after it: a build that was cut off, at any moment, is one that was not done.
 *
 * @param {{ name: string, inputs: import('./content-hash.mjs').Inputs, outputs: string[], before?: () => void, run: () => Promise<void> }} step
 */
export async function buildStep({ name, inputs, outputs, before, run }) {
  const stamp = join(STAMPS, name);
  const wanted = contentHash(inputs);
  if (readStamp(stamp) === wanted && outputs.every((output) => existsSync(join(ROOT, output)))) return;
  before?.();
  mkdirSync(STAMPS, { recursive: true });
  rmSync(stamp, { force: true });
  await run();
  writeFileSync(stamp, wanted);
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
