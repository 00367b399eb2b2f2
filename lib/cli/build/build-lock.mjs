import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

const POLL_MS = 150;

/**
 * Runs `work` while no other process holds the lock of this file. The lock is one that the system keeps on an open file, by
 * way of SQLite: it ends with the process that holds it, however that ends, and no number of a dead process can be
 * mistaken for a living one.
 *
 * @template T
 * @param {string} file made when it is missing, and left in place
 * @param {() => Promise<T>} work
 * @param {() => void} [waiting] called once if another process holds it
 * @returns {Promise<T>}
 */
export async function withLock(file, work, waiting) {
  mkdirSync(dirname(file), { recursive: true });
  const lock = new Database(file, { timeout: 0 });
  try {
    for (let tries = 0; !take(lock); tries += 1) {
      if (tries === 1) waiting?.();
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    return await work();
  } finally {
    lock.close();
  }
}

function take(lock) {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (String(error.code).startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}
