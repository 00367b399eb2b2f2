import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openDatabase } from '../sqlite/open-database';
import { toDisk } from './to-disk';
import { verifyCopy, type Verified } from './verify-copy';

/** The secret beside a backup: apart, so that the two can be kept apart. */
export const secretBeside = (file: string): string => `${file}.secret`;

/**
 * Copies a database that may be in use to `file`, as it stood at one moment, verified, and only then under its name.
 * Writers go on meanwhile: SQLite reads one snapshot (VACUUM INTO).
 *
 * @throws UnusableCopyError when the copy does not pass; nothing stands at `file` then
 */
export function backUp(from: { database: string; secret: string; migrations: string }, file: string): Verified {
  const part = `${file}.part-${process.pid}`;
  try {
    const db = openDatabase(from.database, { role: 'write' });
    try {
      db.prepare('VACUUM INTO ?').run([part]);
    } finally {
      db.close();
    }
    chmodSync(part, 0o600);
    const verified = verifyCopy(part, from.migrations);
    toDisk(part, 'file');
    if (existsSync(from.secret)) {
      copyFileSync(from.secret, secretBeside(part));
      chmodSync(secretBeside(part), 0o600);
      toDisk(secretBeside(part), 'file');
      renameSync(secretBeside(part), secretBeside(file));
    }
    renameSync(part, file);
    toDisk(dirname(file), 'folder');
    return verified;
  } finally {
    for (const left of [part, `${part}-wal`, `${part}-shm`, secretBeside(part)]) rmSync(left, { force: true });
  }
}
