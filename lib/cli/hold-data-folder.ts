import Database from 'libsql';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'running.lock';
/** How long one that is just stopping may take. */
const PATIENCE_MS = 3000;
const POLL_MS = 100;

/**
 * Claims a data folder for this process: one server per folder, for it alone wakes timers and tells browsers what
 * changed. The claim is a lock on an open file, by way of SQLite, and ends with the process however that ends.
 * @returns what gives the folder back; null when another process holds it
 */
export async function holdDataFolder(folder: string): Promise<(() => void) | null> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new Database(join(folder, FILE), { timeout: 0 });
  for (let waited = 0; waited <= PATIENCE_MS; waited += POLL_MS) {
    if (claim(lock)) return () => void lock.close();
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  lock.close();
  return null;
}

function claim(lock: Database.Database): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}
