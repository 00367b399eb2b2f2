import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildPages } from '@/lib/cli/build/build-pages.mjs';
import { bundleProgram } from '@/lib/cli/build/bundle-program.mjs';
import { ROOT } from '@/lib/cli/build/root.mjs';
import { ownSourcesIn, SERVER_WORDS, strangersIn } from './strangers-in-pages';

const silent = () => undefined;
let pages: string;
let program: string;

beforeAll(async () => {
  // With the lock that builds take; what follows only names the folders.
  expect(spawnSync(process.execPath, [join(ROOT, 'lib/cli/relais.mjs'), 'build'], { stdio: 'inherit' }).status).toBe(0);
  program = await bundleProgram(silent);
  pages = await buildPages(silent);
});

test('what Next built holds nothing of the server', () => {
  expect(strangersIn(pages)).toEqual([]);
});

test('and its source maps would name it', () => {
  expect(ownSourcesIn(pages).length).toBeGreaterThan(50);
});

test.each(SERVER_WORDS)('%j is a word of the server', (word) => {
  const code = readdirSync(program).filter((name) => name.endsWith('.js')).map((name) => readFileSync(join(program, name), 'utf8'));
  expect(code.some((text) => text.includes(word))).toBe(true);
});
