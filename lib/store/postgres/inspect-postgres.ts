import { missingMigrations, readMigrations } from '../read-migrations';
import { moveUnderWay } from '../move/move-log';
import { appliedMigrations } from './migrate-postgres';
import { openPool } from './open-pool';

/** The oldest version Relais runs on. */
export const OLDEST_POSTGRES = 13;

/** An answered commit is on disk when they are on. */
const SAFE = ['synchronous_commit', 'fsync', 'full_page_writes'];

/** What a PostgreSQL database says of itself. */
export interface PostgresState {
  /** As the server names it, such as `15.13`; and its major number. */
  version: string;
  major: number;
  encoding: string;
  /** Settings that keep an answered commit off the disk, with their values; none is as it should be. */
  unsafe: { setting: string; value: string }[];
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
      const { rows } = await client.query<[string, string, string, boolean]>({
        text: `SELECT current_setting('server_version'), current_setting('server_version_num'), current_setting('server_encoding'), to_regclass('"_prisma_migrations"') IS NOT NULL`,
        rowMode: 'array',
      });
      const [version = '', number = '0', encoding = '', migrated = false] = rows[0] ?? [];
      const { rows: unsafe } = await client.query<{ setting: string; value: string }>(`SELECT s AS setting, current_setting(s) AS value FROM unnest($1::text[]) s WHERE current_setting(s) <> 'on'`, [SAFE]);
      const applied = migrated ? await appliedMigrations(client) : new Map<string, string>();
      return {
        version,
        major: Math.floor(Number(number) / 10_000),
        encoding,
        unsafe,
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
