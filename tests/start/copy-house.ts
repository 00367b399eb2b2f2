import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, ROOT } from '@/lib/cli/build/root.mjs';

/** What a build is made of. The lock file stays behind: with it, Next would look for packages in the copy only. */
const PARTS = ['app', 'flows', 'lib', 'prisma', 'next.config.js', 'postcss.config.mjs', 'prisma.config.ts', 'tsconfig.json', 'package.json'];
const BUILT = /[\\/](generated|testing)$|\.test\.tsx?$/;

export interface House {
  folder: string;
  remove(): void;
}

/** A copy of the sources to edit, build and break, inside dist/ so that it finds the packages of this one. */
export function copyHouse(name: string): House {
  const folder = join(DIST, 'houses', `${name}-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true, filter: (source) => !BUILT.test(source) });
  mkdirSync(join(folder, 'public'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }) };
}
