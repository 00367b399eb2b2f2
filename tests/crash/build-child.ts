import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');

/** One piece of the program's text, and what stands there instead in a child with a planted mistake. */
export interface Change {
  file: string;
  from: string;
  to: string;
}

/** Bundles a test's child process as the program itself is bundled; returns the file to run with plain Node. */
export async function buildChild(source: string, changes: readonly Change[] = []): Promise<string> {
  const variant = changes.length === 0 ? '' : `-${createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 8)}`;
  const outfile = join(ROOT, 'node_modules/.cache/relais-tests', `${source.replaceAll(/[^a-z-]+/g, '-')}${variant}.mjs`);
  const { outputFiles } = await build({
    write: false,
    entryPoints: [join(ROOT, source)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    tsconfig: join(ROOT, 'tsconfig.json'),
    logLevel: 'error',
    plugins: changes.length === 0 ? [] : [changing(changes)],
  });
  // Two test files build the same child at once, and one of them may just be starting it.
  const whole = `${outfile}.${randomUUID()}`;
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(whole, outputFiles[0]?.contents ?? '');
  renameSync(whole, outfile);
  return outfile;
}

/** @throws Error through the build when the text has moved on: a mistake that is not planted would be found by nobody. */
function changing(changes: readonly Change[]): Plugin {
  return {
    name: 'planted',
    setup({ onLoad, onEnd }) {
      const open = new Set(changes);
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const here = changes.filter(({ file }) => path === join(ROOT, file));
        if (here.length === 0) return undefined;
        let contents = readFileSync(path, 'utf8');
        for (const change of here) {
          if (contents.split(change.from).length !== 2) throw new Error(`${change.file} has not exactly one ${change.from}`);
          contents = contents.replace(change.from, () => change.to);
          open.delete(change);
        }
        return { contents, loader: 'ts' };
      });
      onEnd(() => {
        for (const { file } of open) throw new Error(`${file} is not part of the child`);
      });
    },
  };
}
