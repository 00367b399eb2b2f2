import Database from 'libsql';
import { openStore } from '@/lib/store/open-store';
import { temporaryDatabase } from '@/lib/store/testing/temporary-database';
import type { CrashDatabase } from './crash-database';

/** A file, for one process. The checker reads it by a connection of its own. */
export function sqliteDatabase(): CrashDatabase {
  const { file, remove } = temporaryDatabase();
  const reader = new Database(file);
  reader.exec('PRAGMA query_only = ON');
  return {
    name: 'SQLite',
    address: file,
    openStore: () => openStore(file),
    query: async (sql) => reader.prepare(sql).all() as Record<string, unknown>[],
    async whole() {
      const found = [...(reader.prepare('PRAGMA integrity_check').all() as Record<string, unknown>[]), ...(reader.prepare('PRAGMA foreign_key_check').all() as Record<string, unknown>[])];
      return found.map((row) => JSON.stringify(row)).filter((row) => row !== '{"integrity_check":"ok"}');
    },
    async remove() {
      reader.close();
      remove();
    },
  };
}
