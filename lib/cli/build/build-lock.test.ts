import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './build-lock.mjs';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relais-lock-'));
  file = join(folder, 'locks', 'build-lock.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('two at once take turns, and the second says once that it waits', async () => {
  const order: string[] = [];
  const work = (name: string, milliseconds: number) => async () => {
    order.push(`${name} in`);
    await new Promise((done) => setTimeout(done, milliseconds));
    order.push(`${name} out`);
  };
  const first = withLock(file, work('a', 600), () => order.push('a waits'));
  await Promise.all([first, withLock(file, work('b', 1), () => order.push('b waits'))]);
  expect(order).toEqual(['a in', 'b waits', 'a out', 'b in', 'b out']);
});

test('the lock of another process holds, and ends with it however it ends', async () => {
  const lock = JSON.stringify(new URL('build-lock.mjs', import.meta.url).href);
  const script = `import { withLock } from ${lock}; await withLock(${JSON.stringify(file)}, () => { console.log('in'); return new Promise((done) => setTimeout(done, 1e6)); });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  let waited = false;
  const taken = withLock(file, async () => child.exitCode ?? child.signalCode, () => {
    waited = true;
    child.kill('SIGKILL');
  });
  expect(await taken).toBe(process.platform === 'win32' ? expect.anything() : 'SIGKILL');
  expect(waited).toBe(true);
});

test('work that fails gives the lock back', async () => {
  await expect(withLock(file, () => Promise.reject(new Error('mine')))).rejects.toThrowError('mine');
  expect(await withLock(file, async () => 'done')).toBe('done');
});
