#!/usr/bin/env node
// The `relais` command before it is built: plain JavaScript that builds what is missing or stale, then runs it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { useFolder } from './build/build-folder.mjs';
import { withLock } from './build/build-lock.mjs';
import { buildMessages } from './build/build-messages.mjs';
import { buildPages } from './build/build-pages.mjs';
import { buildWidget } from './build/build-widget.mjs';
import { bundleProgram } from './build/bundle-program.mjs';
import { cliLanguage } from './build/cli-language.mjs';
import { generateClient } from './build/generate-client.mjs';
import { DIST, ROOT } from './build/root.mjs';

const args = process.argv.slice(2);
const language = cliLanguage(args, process.env);
const say = buildMessages(language);
const command = args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--language');
const asksHelp = args.includes('--help') || args.includes('-h');
const dev = args.includes('--dev');
const showsPages = command === 'start' || command === 'web';
const runsOn = showsPages || command === 'worker';

try {
  const built = await withLock(join(DIST, 'build-lock.db'), async () => {
    await generateClient(say);
    if (command === 'generate' && !asksHelp) return undefined;
    const program = await bundleProgram(say);
    if ((!showsPages && command !== 'build') || asksHelp) return { program };
    await buildWidget(say);
    const pages = dev ? undefined : await buildPages(say);
    if (command === 'build') return undefined;
    for (const folder of [program, pages]) if (folder) useFolder(folder);
    return { program, pages };
  }, () => say('waiting'));
  if (built) {
    process.setSourceMapsEnabled(true);
    // React and Next choose their build by it the moment they are loaded.
    if (runsOn) Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
    const { run } = await import(pathToFileURL(join(built.program, 'main.js')).href);
    await run(args, { root: ROOT, language, pages: built.pages ?? null });
    // Everything of ours is closed by now; what Next leaves running in development must not keep a stopped server alive.
    if (runsOn) process.exit();
  }
} catch (error) {
  say('failed');
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
