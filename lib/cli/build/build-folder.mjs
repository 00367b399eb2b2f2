import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { isAlive } from './is-alive.mjs';
import { DIST } from './root.mjs';

const COMPLETE = '.complete';
const IN_USE = '.used-by-';
/** A build this young may be about to be used by someone. */
const YOUNG_MS = 10 * 60_000;

/**
 * Builds into a folder named after its inputs, unless it stands there complete. A running server keeps the folder it
 * started on when someone edits and builds again. The mark of completeness is written last: a build that was cut off,
 * at any moment, is one that was not done.
 *
 * @param {{ name: string, inputs: import('./content-hash.mjs').Inputs, before?: () => void, run: (folder: string) => Promise<void> }} step
 * @returns {Promise<string>} the folder
 */
export async function buildFolder({ name, inputs, before, run }) {
  const folder = join(DIST, name, contentHash(inputs).slice(0, 16));
  if (existsSync(join(folder, COMPLETE))) return folder;
  before?.();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await run(folder);
  writeFileSync(join(folder, COMPLETE), '');
  sweep(join(DIST, name), folder);
  return folder;
}

/** Keeps a folder from being swept while this process lives. */
export function useFolder(folder) {
  writeFileSync(join(folder, IN_USE + process.pid), '');
}

function sweep(parent, current) {
  for (const entry of readdirSync(parent, { withFileTypes: true })) {
    const folder = join(parent, entry.name);
    // Plain files are none of ours: earlier versions kept theirs here.
    if (!entry.isDirectory() || folder === current || isUsed(folder)) continue;
    if (Date.now() - statSync(folder).mtimeMs > YOUNG_MS) rmSync(folder, { recursive: true, force: true });
  }
}

function isUsed(folder) {
  const users = readdirSync(folder).filter((file) => file.startsWith(IN_USE));
  return users.some((file) => isAlive(Number(file.slice(IN_USE.length))));
}
