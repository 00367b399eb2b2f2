import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../../../..');
const TARGET = ['chrome111', 'edge111', 'firefox113', 'safari16.4'];

/**
 * Bundles the widget into one classic script that a page loads by a single tag.
 * @param {{ outfile?: string }} [options] `outfile` defaults to public/widget.js of the repository
 * @returns {Promise<{ outfile: string, bytes: number, gzipped: number }>} sizes in bytes
 */
export async function buildWidget({ outfile = join(ROOT, 'public', 'widget.js') } = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, 'main.ts')],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: 'iife',
    target: TARGET,
    legalComments: 'none',
    write: false,
    plugins: [styleSheetsAsText],
  });
  const script = outputFiles[0].contents;
  await mkdir(dirname(outfile), { recursive: true });
  await writeFile(outfile, script);
  return { outfile, bytes: script.length, gzipped: gzipSync(script, { level: 9 }).length };
}

const styleSheetsAsText = {
  name: 'style-sheets-as-text',
  setup(context) {
    context.onResolve({ filter: /\.css\?text$/ }, ({ path, resolveDir }) => ({ path: resolve(resolveDir, path.replace('?text', '')), namespace: 'style-sheet' }));
    context.onLoad({ filter: /.*/, namespace: 'style-sheet' }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target: TARGET });
      return { contents: code.trim(), loader: 'text', watchFiles: [path] };
    });
  },
};
