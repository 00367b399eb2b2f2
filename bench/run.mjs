// Runs the benchmarks and writes what they print to bench/RESULTS.md, with the machine.
//   npm run bench            all
//   npm run bench -- step    only those named
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const BENCHES = ['step', 'deliver', 'chat', 'postgres', 'scale', 'timers', 'memory', 'busy', 'start', 'weight', 'faq'];
/** Programs of their own, started by those that measure with them. */
const CHILDREN = ['reference', 'postgres-worker'];
const root = fileURLToPath(new URL('..', import.meta.url));
const results = fileURLToPath(new URL('RESULTS.md', import.meta.url));

const named = process.argv.slice(2);
const wanted = named.length > 0 ? named : BENCHES;
const unknown = wanted.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}. There are: ${BENCHES.join(', ')}.`);
  process.exit(2);
}

const sections = new Map(BENCHES.map((name) => [name, sectionOf(name)]));
for (const name of wanted) {
  await build({
    entryPoints: [name, ...CHILDREN].map((entry) => `${root}/bench/${entry}.ts`),
    outdir: `${root}/dist/bench`,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    alias: { '@': root.replace(/\/$/, '') },
    logLevel: 'warning',
  });
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', `${root}/dist/bench/${name}.mjs`], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  process.stdout.write(stdout);
  if (status !== 0) process.exit(1);
  sections.set(name, stdout.trim());
  // After each: what was measured is kept whatever becomes of the next.
  write();
}
function write() {
  const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${new Date().toISOString().slice(0, 10)}`;
  const body = BENCHES.map((name) => `<!-- ${name} -->\n${sections.get(name) ?? ''}\n<!-- /${name} -->`).join('\n\n');
  writeFileSync(results, `# Measured\n\nRatios are within one run, against the reference each table names; absolute figures are this machine's alone.\nLast run on: ${machine}\n\n${body}\n`);
}

/** What an earlier run wrote, so that naming one benchmark keeps the others' results. */
function sectionOf(name) {
  try {
    return readFileSync(results, 'utf8').split(`<!-- ${name} -->\n`)[1]?.split(`\n<!-- /${name} -->`)[0];
  } catch {
    return undefined;
  }
}
