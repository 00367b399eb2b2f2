import Database from 'libsql';

export type SqliteDatabase = Database.Database;

/**
 * Opens a connection; nothing else in the program does. A `read` one refuses to write. Every setting is read back, because drivers ignore unknown
 * or refused pragmas silently and each of these is a promise: WAL and FULL that an answered message is on disk,
 * foreign keys that no row points into another workspace, no busy wait that freezes the loop (the write lane retries).
 *
 * @throws Error when a setting did not take, or the file cannot be opened.
 */
export function openDatabase(file: string, { role }: { role: 'read' | 'write' }): SqliteDatabase {
  const db = new Database(file);
  try {
    db.exec('PRAGMA busy_timeout = 0');
    expectPragma(db, 'busy_timeout', 0);
    if (pragma(db, 'journal_mode') !== 'wal') switchToWal(db);
    expectPragma(db, 'journal_mode', 'wal');
    db.exec('PRAGMA synchronous = FULL');
    expectPragma(db, 'synchronous', 2);
    db.exec('PRAGMA foreign_keys = ON');
    expectPragma(db, 'foreign_keys', 1);
    if (process.platform === 'darwin') {
      // There, fsync leaves data in the drive's cache; F_FULLFSYNC does not.
      db.exec('PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON');
      expectPragma(db, 'fullfsync', 1);
      expectPragma(db, 'checkpoint_fullfsync', 1);
    }
    if (role === 'read') {
      db.exec('PRAGMA query_only = ON');
      expectPragma(db, 'query_only', 1);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Changing the journal mode needs the file alone; another process that is just starting needs a moment. */
function switchToWal(db: SqliteDatabase): void {
  db.exec('PRAGMA busy_timeout = 5000');
  try {
    db.prepare('PRAGMA journal_mode = WAL').all();
  } finally {
    db.exec('PRAGMA busy_timeout = 0');
  }
}

function pragma(db: SqliteDatabase, name: string): unknown {
  const statement = db.prepare(`PRAGMA ${name}`);
  statement.raw(true);
  return (statement.all() as unknown[][])[0]?.[0];
}

function expectPragma(db: SqliteDatabase, name: string, wanted: string | number): void {
  const found = pragma(db, name);
  if (found !== wanted) throw new Error(`SQLite kept ${name} at ${String(found)} where ${String(wanted)} was asked for`);
}
