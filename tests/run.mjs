// Runs the named stages of the test suite in order and stops at the first that fails.
//   node tests/run.mjs check integration browser
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findChromium, INSTALL_CHROMIUM } from './browser/find-chromium.mjs';

const require = createRequire(import.meta.url);

/** The script behind a package's command, so that no shell is needed on any system. */
function command(name, binary = name) {
  const manifestPath = require.resolve(`${name}/package.json`);
  const { bin } = require(manifestPath);
  return join(dirname(manifestPath), typeof bin === 'string' ? bin : bin[binary]);
}
const vitest = (project, ...paths) => [join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs'), 'run', '--project', project, ...paths];

const playwright = (...projects) => [command('@playwright/test', 'playwright'), 'test', ...projects.flatMap((project) => ['--project', project])];

const STAGES = {
  check: [
    [['generate the database client', ['lib/cli/relais.mjs', 'generate']]],
    [
      ['types', [command('typescript', 'tsc'), '--noEmit']],
      ['lint and purity', [command('eslint'), '--cache', '--cache-location', 'node_modules/.cache/eslint/', '--max-warnings', '0', '.']],
    ],
    [
      ['PostgreSQL schema is fresh', ['prisma/postgres/generate.mjs', '--check']],
      ['nothing unused', [join(dirname(require.resolve('knip')), '..', 'bin', 'knip.js')]],
    ],
    [['unit tests and walls', vitest('unit')]],
  ],
  integration: [[['build', ['lib/cli/relais.mjs', 'build']]], [['integration tests', vitest('integration')]]],
  browser: [
    [['build', ['lib/cli/relais.mjs', 'build']]],
    [['browser tests', playwright('people', 'pages')]],
  ],
  crash: [
    [['build', ['lib/cli/relais.mjs', 'build']]],
    [['crash tests', vitest('integration', 'tests/crash', 'tests/backup/restored'), { RELAIS_KILLS: '50', RELAIS_CONVERSATIONS: '200', RELAIS_BROKEN_SEEDS: '3', RELAIS_LONG: '1', ...process.env }]],
  ],
  full: [
    [['long tests', vitest('full')]],
    [['load, and planted mistakes', vitest('integration', 'tests/overload', 'tests/crash/broken'), { RELAIS_LONG: '1' }]],
    [['many scripts, every surrounding', vitest('integration', 'tests/parity', 'tests/determinism'), { RELAIS_SCRIPTS: '300', RELAIS_EVERYWHERE: '1' }]],
    [['two web and two worker processes on PostgreSQL, one of each killed meanwhile', playwright('people'), { RELAIS_TEST_FLEET: '1' }]],
    [['twenty tabs', playwright('crowd')]],
    [['a flow drawn by hand', playwright('drawing')]],
    [['pages in every language, theme and width', playwright('pages'), { RELAIS_EVERY_VIEW: '1' }]],
  ],
};

function run([label, args, environment = {}]) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_NO_WARNINGS: '1', ...environment } });
    child.on('close', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${label} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
      resolve(code === 0);
    });
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((stage) => !(stage in STAGES));
if (wanted.length === 0 || unknown.length > 0) {
  console.error(`Name one or more stages of: ${Object.keys(STAGES).join(', ')}.`);
  process.exit(2);
}
if (wanted.includes('browser') && !findChromium()) {
  console.error(`No Chromium, Chrome or Edge was found for the browser tests.\n${INSTALL_CHROMIUM}`);
  process.exit(2);
}
for (const stage of wanted) {
  for (const together of STAGES[stage]) {
    const passed = await Promise.all(together.map(run));
    if (passed.includes(false)) process.exit(1);
  }
}
