// Writes the digest as one plain script that needs nothing beside it:
//   node tests/determinism/bundle.mjs <file.cjs> [node|browser]
// It sets globalThis.relaisDigest and prints it as one line of JSON, in Node and in a page alike.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (path) => readFileSync(`${root}/${path}`, 'utf8');
const json = (path) => JSON.parse(text(path));

/** Every flow of the library with its scripts, the articles, the hostile expressions, and the answers. */
export function readLibrary() {
  const names = readdirSync(`${root}/flows/library`).sort();
  const flows = names.filter((name) => name.endsWith('.flow.json')).map((file) => {
    const name = file.replace(/\.flow\.json$/, '');
    const scripts = names.filter((other) => other.startsWith(`${name}.`) && other.endsWith('.script.json'));
    return { name, document: json(`flows/library/${file}`), scripts: scripts.map((script) => ({ name: script, script: json(`flows/library/${script}`) })) };
  });
  return { flows, articles: json('flows/library/articles.json'), templates: text('flows/expressions/hostile-templates.json'), conditions: text('flows/expressions/hostile-conditions.json'), answers: text('flows/answers/parse-answer.cases.json') };
}

/** Bundles for Node or for a browser: the two get different builds of some libraries, and must agree all the same. */
export async function bundleDigest(outfile, platform) {
  const entry = `
    import { digest } from './tests/determinism/digest';
    // What differs around us, to show that it does; no part of the digest.
    const surroundings = { offset: new Date(0).getTimezoneOffset(), locale: new Intl.DateTimeFormat().resolvedOptions().locale };
    globalThis.relaisDigest = { ...digest(${JSON.stringify(readLibrary())}), surroundings };
    console.log(JSON.stringify(globalThis.relaisDigest));
  `;
  await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform,
    format: platform === 'node' ? 'cjs' : 'iife',
    target: 'es2022',
    alias: { '@': root.replace(/[\\/]$/, '') },
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , outfile, platform = 'node'] = process.argv;
  if (!outfile) throw new Error('usage: node tests/determinism/bundle.mjs <file.cjs> [node|browser]');
  await bundleDigest(outfile, platform);
}
