import { randomUUID } from 'node:crypto';
import { missingMigrations, readMigrations, type Migration } from './read-migrations';
import { openDatabase, type SqliteDatabase } from './sqlite/open-database';
import { prepareStatement } from './sqlite/statement';

/** Prisma's own history table, so that its command line agrees with what was applied here. */
const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL,
 "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME,
 "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

/**
 * Brings the database file to the newest schema: all missing migrations in one transaction, or none.
 * Safe to run from several processes at once, and on every start.
 *
 * @returns names of the migrations applied now, in order.
 * @throws Error when an applied migration's text was changed, or the database knows one this program does not.
 */
export function migrateDatabase(file: string, directory: string, now: number): string[] {
  const migrations = readMigrations(directory);
  const db = openDatabase(file, { role: 'write' });
  try {
    db.exec('PRAGMA busy_timeout = 10000');
    // Rebuilding a table must not cascade; what the migrations leave is checked below.
    db.exec('PRAGMA foreign_keys = OFF');
    db.exec('BEGIN IMMEDIATE');
    try {
      const applied = applyMissing(db, migrations, now);
      const broken = db.prepare('PRAGMA foreign_key_check').all();
      if (broken.length > 0) throw new Error(`migrations left ${broken.length} rows that point nowhere`);
      db.exec('COMMIT');
      return applied;
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  } finally {
    db.close();
  }
}

function applyMissing(db: SqliteDatabase, migrations: readonly Migration[], now: number): string[] {
  db.exec(HISTORY);
  const done = new Map(
    prepareStatement(db, 'SELECT "migration_name", "checksum" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL')
      .all()
      .map(([name, checksum]) => [String(name), String(checksum)]),
  );
  const record = prepareStatement(
    db,
    'INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count") VALUES (?, ?, ?, ?, ?, 1)',
  );
  const missing = missingMigrations(migrations, done);
  for (const { name, sql, checksum } of missing) {
    db.exec(sql);
    record.run(randomUUID(), checksum, now, name, now);
  }
  return missing.map(({ name }) => name);
}
