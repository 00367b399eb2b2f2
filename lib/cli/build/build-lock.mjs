import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './is-alive.mjs';
import { DIST } from './root.mjs';

const FILE = join(DIST, 'build.lock');
const POLL_MS = 150;

/** Runs `work` while no other process builds in this folder. The lock of a process that died is taken over. */
export async function withBuildLock(work) {
  mkdirSync(DIST, { recursive: true });
  while (!take()) {
    if (!isAlive(holder())) rmSync(FILE, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const release = () => rmSync(FILE, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take() {
  try {
    writeFileSync(FILE, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holder() {
  try {
    return Number(readFileSync(FILE, 'utf8'));
  } catch {
    return Number.NaN;
  }
}
