import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { secretBeside } from './back-up';
import { toDisk } from './to-disk';
import { verifyCopy, type Verified } from './verify-copy';

export interface Restored extends Verified {
  /** Whether the backup's secret came along. */
  secret: boolean;
}

/**
 * Puts a backup in the place of the database, verified before anything is touched. What stood there is kept under its
 * name with `.before-<mark>` after it. Nothing may have the database open.
 *
 * @throws UnusableCopyError; everything is as it was then
 */
export function restore(file: string, to: { database: string; secret: string; migrations: string }, mark: string): Restored {
  const part = `${to.database}.part-${process.pid}`;
  try {
    copyFileSync(file, part);
    chmodSync(part, 0o600);
    // A file that was opened since it was made may have its last changes beside it.
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${part}-wal`);
    const verified = verifyCopy(part, to.migrations);
    toDisk(part, 'file');
    const secret = existsSync(secretBeside(file));
    // The log before the file: a database must never be read without the log that belongs to it.
    for (const path of [to.database, `${to.database}-wal`, `${to.database}-shm`, ...(secret ? [to.secret] : [])]) {
      if (existsSync(path)) renameSync(path, path.replace(to.database, `${to.database}.before-${mark}`).replace(to.secret, `${to.secret}.before-${mark}`));
    }
    if (secret) {
      copyFileSync(secretBeside(file), to.secret);
      chmodSync(to.secret, 0o600);
      toDisk(to.secret, 'file');
    }
    renameSync(part, to.database);
    toDisk(dirname(to.database), 'folder');
    return { ...verified, secret };
  } finally {
    for (const left of [part, `${part}-wal`, `${part}-shm`]) rmSync(left, { force: true });
  }
}
