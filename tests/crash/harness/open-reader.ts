import Database from 'libsql';
import type { Query } from '../check/database';

/** A connection of the checker's own to a SQLite file, beside whatever runs on it. */
export function openReader(file: string): { query: Query; close(): void } {
  const database = new Database(file);
  database.exec('PRAGMA busy_timeout = 5000');
  database.exec('PRAGMA query_only = ON');
  return {
    query: async (sql) => database.prepare(sql).all() as Record<string, unknown>[],
    close: () => void database.close(),
  };
}
