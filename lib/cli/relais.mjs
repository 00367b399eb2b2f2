#!/usr/bin/env node
// The `relais` command before it is built: plain JavaScript that builds what is missing or stale, then runs it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildMessages } from './build/build-messages.mjs';
import { buildPages } from './build/build-pages.mjs';
import { buildWidget } from './build/build-widget.mjs';
import { bundleProgram } from './build/bundle-program.mjs';
import { cliLanguage } from './build/cli-language.mjs';
import { generateClient } from './build/generate-client.mjs';
import { withBuildLock } from './build/build-lock.mjs';
import { DIST, ROOT } from './build/root.mjs';

const args = process.argv.slice(2);
const language = cliLanguage(args, process.env);
const say = buildMessages(language);
const command = args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--language');
const asksHelp = args.includes('--help') || args.includes('-h');

/** What each command needs built; those not named need the program only. */
const NEEDS = {
  generate: [generateClient],
  build: [generateClient, bundleProgram, buildWidget, buildPages],
  start: args.includes('--dev') ? [generateClient, bundleProgram, buildWidget] : [generateClient, bundleProgram, buildWidget, buildPages],
};

try {
  const steps = (!asksHelp && NEEDS[command]) || [generateClient, bundleProgram];
  await withBuildLock(async () => {
    for (const step of steps) await step(say);
  });
  if (asksHelp || (command !== 'generate' && command !== 'build')) {
    process.setSourceMapsEnabled(true);
    // React and Next choose their build by it the moment they are loaded.
    if (command === 'start') Object.assign(process.env, { NODE_ENV: args.includes('--dev') ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
    const { run } = await import(pathToFileURL(join(DIST, 'program', 'main.js')).href);
    await run(args, { root: ROOT, language });
  }
} catch (error) {
  say('failed');
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
