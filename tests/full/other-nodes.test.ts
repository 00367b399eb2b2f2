import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '@/lib/cli/build/root.mjs';
import { freePort } from '../fleet/relais-process';
import { bundleDigest, readLibrary } from '../determinism/bundle.mjs';
import { type Library, digest } from '../determinism/digest';
import { askBot } from '../start/ask-bot';
import { watch } from '../start/run-relais';
import { nodeFromNpm, type OtherNode } from './node-from-npm';

const run = promisify(execFile);
const RUNNING = /Relais is running at (http:\/\/localhost:\d+)/;

describe.each([
  ['20', '11'],
  ['22', '12'],
  ['24', '12'],
])('Node %s with npm %s', (major, npmMajor) => {
  const folder = mkdtempSync(join(tmpdir(), `relais-node-${major}-`));
  let other: OtherNode;
  beforeAll(() => {
    other = nodeFromNpm(join(folder, 'node'), major, npmMajor);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

  it('is what it should be', async () => {
    expect((await run(other.node, ['-v'])).stdout).toMatch(new RegExp(`^v${major}\\.`));
    expect((await run(other.node, [other.npm, '-v'], { env: other.environment })).stdout).toMatch(new RegExp(`^${npmMajor}\\.`));
  });

  it('computes from flows what this Node computes, under any time zone and language', async () => {
    const file = join(folder, 'digest.cjs');
    await bundleDigest(file, 'node');
    const here = digest(readLibrary() as Library);
    for (const [TZ, LANG] of [['UTC', 'C'], ['Pacific/Apia', 'fr_FR.UTF-8']] as const) {
      const { stdout } = await run(other.node, [file], { env: { ...other.environment, TZ, LANG, LC_ALL: LANG }, maxBuffer: 16e6 });
      const { surroundings: _surroundings, ...there } = JSON.parse(stdout) as { surroundings: unknown };
      expect(there).toEqual(here);
    }
  });

  it.skipIf(!existsSync(join(ROOT, '.git')))('takes a clean clone to an answer of the assistant by npm install and npm start, and again', async () => {
    const clone = join(folder, 'clone');
    expect(spawnSync('git', ['clone', '--quiet', ROOT, clone], { stdio: 'inherit' }).status).toBe(0);
    const environment = { ...other.environment, LANG: 'C', LC_ALL: 'C', PORT: String(await freePort()) };
    const npm = (...args: string[]) => watch(spawn(other.node, [other.npm, ...args], { cwd: clone, env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' }));
    const installed = npm('install');
    expect([await installed.ended, installed.output()]).toEqual([0, expect.not.stringMatching(/npm (error|ERR!)/)]);
    for (const limit of [300_000, 5000]) {
      const start = npm('start');
      try {
        expect(await start.says(RUNNING)).toBeLessThan(limit);
        expect(await askBot(RUNNING.exec(start.output())?.[1] ?? '')).toContain('Bonjour');
      } finally {
        endAll(start.process.pid ?? 0);
        await start.ended;
      }
    }
    // Nothing that was made is taken for something written.
    expect(spawnSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' }).stdout).toBe('');
  });
});

/** npm and what it started. */
function endAll(pid: number): void {
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
  else process.kill(-pid, 'SIGTERM');
}
