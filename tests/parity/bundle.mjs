import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The simulator as one script for browsers; it sets globalThis.relaisPlay(json). */
export async function bundleSimulator(outfile) {
  const contents = `
    import { canonicalJson } from '@/flows/document/canonical-json';
    import { articleSearch } from '@/flows/knowledge/article-search';
    import { simulate } from '@/flows/simulator/simulate';
    globalThis.relaisPlay = (given) => {
      const { articles, flows, cases } = JSON.parse(given);
      const knowledge = articleSearch(articles, 1);
      return cases.map(({ flow, script }) => canonicalJson(JSON.parse(JSON.stringify(simulate(flows[flow], script, { knowledge })))));
    };
  `;
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    alias: { '@': root.replace(/[\\/]$/, '') },
    logLevel: 'warning',
  });
}
