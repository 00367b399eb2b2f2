import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '../migrate';

export interface TemporaryDatabase {
  file: string;
  remove(): void;
}

/** For tests: a real database file, migrated, in a folder of its own. */
export function temporaryDatabase(): TemporaryDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'relais-'));
  const file = join(folder, 'relais.db');
  migrateDatabase(file, join(import.meta.dirname, '../../../prisma/migrations'), 1_767_600_000_000);
  return { file, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}
