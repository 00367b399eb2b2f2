import { missingMigrations, readMigrations } from '../read-migrations';
import { moveUnderWay } from '../move/move-log';
import { appliedMigrations } from './migrate-postgres';
import { openPool } from './open-pool';

/** The oldest version Relais runs on. */
export const OLDEST_POSTGRES = 13;

/** What a PostgreSQL database says of itself. */
export interface PostgresState {
  /** As the server names it, such as `15.13`; and its major number. */
  version: string;
  major: number;
  encoding: string;
  /** Whether an answered commit is on disk: the server's fsync. That synchronous_commit is on, every connection reads back. */
  fsync: boolean;
  /** Migrations it still lacks. */
  missing: string[];
  /** A move into it was begun and is not finished. */
  moveUnderWay: boolean;
}

/**
 * Asks a database about itself, and changes nothing.
 *
 * @param directory folder of the migrations this program knows
 * @throws Error when it cannot be reached, when a setting that every connection needs does not take, or when its migrations are not ours
 */
export async function inspectPostgres(url: string, directory: string): Promise<PostgresState> {
  const pool = openPool(url, 1);
  try {
    const client = await pool.connect();
    try {
      const { rows } = await client.query<[string, string, string, string, boolean]>({
        text: `SELECT current_setting('server_version'), current_setting('server_version_num'), current_setting('server_encoding'), current_setting('fsync'), to_regclass('"_prisma_migrations"') IS NOT NULL`,
        rowMode: 'array',
      });
      const [version = '', number = '0', encoding = '', fsync = '', migrated = false] = rows[0] ?? [];
      const applied = migrated ? await appliedMigrations(client) : new Map<string, string>();
      return {
        version,
        major: Math.floor(Number(number) / 10_000),
        encoding,
        fsync: fsync === 'on',
        missing: missingMigrations(readMigrations(directory), applied).map(({ name }) => name),
        moveUnderWay: await moveUnderWay(client),
      };
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}
