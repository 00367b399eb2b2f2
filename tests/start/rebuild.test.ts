import { mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import texts from '@/lib/i18n/messages/en/cli.json';
import { copyHouse, type House } from './copy-house';
import { runRelais } from './run-relais';

type Part = 'client' | 'program' | 'widget' | 'pages';
const PARTS: Part[] = ['client', 'program', 'widget', 'pages'];
let house: House;

beforeAll(async () => {
  house = copyHouse('rebuild');
  await pretendPagesAreBuilt();
  expect(await builds()).toEqual(['client', 'program', 'widget']);
});
afterAll(() => house.remove());

/** What a build begins to build. Pages, the last and longest, are given up as soon as they are begun. */
async function builds(): Promise<Part[]> {
  const relais = runRelais(house.folder, ['build']);
  await Promise.race([relais.ended, relais.says(texts.build.pages).then(() => relais.stop('SIGKILL'), () => undefined)]);
  const begun = PARTS.filter((part) => relais.output().includes(texts.build[part]));
  if (!begun.includes('pages') && (await relais.ended) !== 0) throw new Error(relais.output());
  return begun;
}

/** Next takes its time (tests/full builds with it): here only whether it would be called is asked. */
async function pretendPagesAreBuilt(): Promise<void> {
  const load = async (name: string) => (await import(pathToFileURL(join(house.folder, 'lib/cli/build', name)).href)) as Record<string, unknown>;
  const { contentHash } = (await load('content-hash.mjs')) as { contentHash(inputs: unknown): string };
  const { PAGES_INPUTS } = await load('build-pages.mjs');
  const folder = join(house.folder, 'dist/pages', contentHash(PAGES_INPUTS).slice(0, 16));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.complete'), '');
}

test('nothing is built twice', async () => {
  expect(await builds()).toEqual([]);
});

test.each<[string, Part[]]>([
  ['lib/server/door.ts', ['program']],
  ['lib/channels/web-chat/http.ts', ['program']],
  ['flows/engine/step.ts', ['program', 'pages']],
  ['flows/library/customer-service.flow.json', ['program', 'pages']],
  ['app/page.tsx', ['pages']],
  ['app/globals.css', ['pages']],
  ['lib/ui/button.tsx', ['pages']],
  ['flows/nodes/message/message.ui.tsx', ['pages']],
  ['lib/channels/web-chat/widget/widget.css', ['widget']],
  ['lib/i18n/messages/fr/widget.json', ['program', 'widget', 'pages']],
  ['prisma/schema.prisma', ['client', 'program']],
  ['next.config.js', ['pages']],
  ['lib/cli/build/build-widget.mjs', ['widget']],
  ['README.md', []],
])('%s edited: builds %j, and once', async (file, parts) => {
  const path = join(house.folder, file);
  const before = readOrNothing(path);
  writeFileSync(path, `${before}\n`);
  expect(await builds()).toEqual(parts);
  expect(await builds()).toEqual(parts.filter((part) => part === 'pages'));
  writeFileSync(path, before);
  await builds();
});

test('two at once build what is stale once, and both have it', async () => {
  const file = join(house.folder, 'lib/server/door.ts');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n// edited\n`);
  const both = [runRelais(house.folder, ['build']), runRelais(house.folder, ['build'])];
  expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
  expect(both.filter((relais) => relais.output().includes(texts.build.program))).toHaveLength(1);
  expect(await builds()).toEqual([]);
});

test('a bundle that was cut off at any moment is done again', async () => {
  const file = join(house.folder, 'lib/server/door.ts');
  for (const [n, milliseconds] of [0, 20, 60, 120, 200].entries()) {
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n// cut ${n}\n`);
    const relais = runRelais(house.folder, ['build']);
    await relais.says(texts.build.program);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await relais.stop('SIGKILL');
    const help = runRelais(house.folder, ['check', 'flows/library/customer-service.flow.json']);
    expect([await help.ended, help.output()]).toEqual([0, expect.stringContaining('sound')]);
  }
});

test.skipIf(process.platform !== 'linux')('a killed build leaves nobody behind who goes on writing', async () => {
  const file = join(house.folder, 'app/page.tsx');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, `${before}\n// killed\n`);
  const relais = runRelais(house.folder, ['build']);
  await relais.says(texts.build.pages);
  // Once it is at work it says nothing for a while: the closed pipe alone would not end it.
  await until(() => runningIn(house.folder).some((pid) => readOrNothing(`/proc/${pid}/cmdline`).startsWith('next-build')));
  await new Promise((resolve) => setTimeout(resolve, 800));
  await relais.stop('SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(runningIn(house.folder)).toEqual([]);
  writeFileSync(file, before);
});

/** Processes that work in a folder, as Linux lists them. */
function runningIn(folder: string): string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && workingFolder(pid) === folder);
}

function workingFolder(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
