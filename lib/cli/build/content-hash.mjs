import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from './root.mjs';

/** Files that are in the folders but not in the program. */
const OUTSIDE = /(^|\/)(generated|testing|node_modules)(\/|$)|\.(test|test-support|contract)\.tsx?$/;

/**
 * One digest of what these files and folders hold (paths from the root; missing ones count as absent) and of the Node
 * version, by content and not by time: a fresh clone, a touched file and a file put back give the same answer.
 */
export function contentHash(paths) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of paths.flatMap((path) => filesUnder(join(ROOT, path))).sort()) {
    hash.update(`\0${relative(ROOT, file).split(sep).join('/')}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats || OUTSIDE.test(relative(ROOT, path).split(sep).join('/'))) return [];
  return stats.isDirectory() ? readdirSync(path).flatMap((name) => filesUnder(join(path, name))) : [path];
}
