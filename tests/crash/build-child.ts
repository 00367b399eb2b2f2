import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');

/** Bundles a test's child process as the program itself is bundled; returns the file to run with plain Node. */
export async function buildChild(source: string): Promise<string> {
  const outfile = join(ROOT, 'node_modules/.cache/relais-tests', `${source.replaceAll(/[^a-z-]+/g, '-')}.mjs`);
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
  });
  // Two test files build the same child at once, and one of them may just be starting it.
  const whole = `${outfile}.${randomUUID()}`;
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(whole, outputFiles[0]?.contents ?? '');
  renameSync(whole, outfile);
  return outfile;
}
