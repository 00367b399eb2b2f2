import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { missingMigrations, readMigrations } from '../read-migrations';
import { openPool } from './open-pool';

/** Prisma's own history table, so that its command line agrees with what was applied here. */
const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL,
 "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
 "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;
/** Any number; the same in every process. */
const MIGRATING = 7_241_006;

/**
 * Brings the database to the newest schema: all missing migrations in one transaction, or none. Safe to run from
 * several processes at once, and on every start: an advisory lock lets one after the other.
 *
 * @returns names of the migrations applied now, in order.
 * @throws Error when an applied migration's text was changed, or the database knows one this program does not.
 */
export async function migratePostgres(url: string, directory: string): Promise<string[]> {
  const migrations = readMigrations(directory);
  const pool = openPool(url, 1);
  try {
    const client = await pool.connect();
    try {
      // The last one in waits for the first, and an index on a large table takes its time.
      await client.query('BEGIN; SET LOCAL statement_timeout = 0');
      await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATING]);
      await client.query(HISTORY);
      const missing = missingMigrations(migrations, await appliedMigrations(client));
      for (const { name, sql, checksum } of missing) {
        await client.query(sql);
        await client.query(
          'INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count") VALUES ($1, $2, now(), $3, 1)',
          [randomUUID(), checksum, name],
        );
      }
      await client.query('COMMIT');
      return missing.map(({ name }) => name);
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}

/** Checksums of what was applied, by name. */
export async function appliedMigrations(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<[string, string]>({
    text: 'SELECT "migration_name", "checksum" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL',
    rowMode: 'array',
  });
  return new Map(rows);
}
