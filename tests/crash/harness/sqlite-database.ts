import { openStore } from '@/lib/store/open-store';
import { temporaryDatabase, type TemporaryDatabase } from '@/lib/store/testing/temporary-database';
import type { CrashDatabase } from './crash-database';
import { openReader } from './open-reader';

/** A file, for one process: a new one, or one that is there. */
export function sqliteDatabase({ file, remove }: TemporaryDatabase = temporaryDatabase()): CrashDatabase {
  const { query, close } = openReader(file);
  return {
    name: 'SQLite',
    address: file,
    openStore: () => openStore(file),
    query,
    async whole() {
      const found = [...(await query('PRAGMA integrity_check')), ...(await query('PRAGMA foreign_key_check'))];
      return found.map((row) => JSON.stringify(row)).filter((row) => row !== '{"integrity_check":"ok"}');
    },
    async remove() {
      close();
      remove();
    },
  };
}
