import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from './root.mjs';

/** Files that are in the folders but not in the program. */
const OUTSIDE = /(^|\/)(generated|testing|node_modules)(\/|$)|\.(test|test-support|contract)\.tsx?$/;

/**
 * @typedef {{ paths: string[], except?: RegExp }} Inputs Files and folders, from the root, less those whose path matches.
 */

/**
 * One digest of what these files and folders hold (paths from the root; missing ones count as absent) and of the Node
 * version, by content and not by time: a fresh clone, a touched file and a file put back give the same answer.
 *
 * @param {Inputs} inputs
 */
export function contentHash(inputs) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of inputFiles(inputs)) {
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

/**
 * The files a build is made of, as sorted paths from the root with forward slashes.
 *
 * @param {Inputs} inputs
 * @returns {string[]}
 */
export function inputFiles({ paths, except }) {
  const files = paths.flatMap((path) => filesUnder(join(ROOT, path))).map(fromRoot);
  return files.filter((file) => !except?.test(file)).sort();
}

function filesUnder(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats || OUTSIDE.test(fromRoot(path))) return [];
  return stats.isDirectory() ? readdirSync(path).flatMap((name) => filesUnder(join(path, name))) : [path];
}

function fromRoot(path) {
  return relative(ROOT, path).split(sep).join('/');
}
