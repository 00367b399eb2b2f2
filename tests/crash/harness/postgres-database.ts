import pg from 'pg';
import { openStore } from '@/lib/store/open-store';
import { startPostgres, type PostgresServer } from '@/lib/store/testing/postgres-server';
import type { CrashDatabase } from './crash-database';

/** A database for any number of processes, on a server of its own. */
export async function postgresDatabase(): Promise<CrashDatabase> {
  const server = await startPostgres();
  try {
    return await on(server);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function on(server: PostgresServer): Promise<CrashDatabase> {
  const address = await server.migrated();
  const reader = new pg.Pool({ connectionString: address, max: 2 });
  // A connection that the server's death took is replaced by the next one asked for.
  reader.on('error', () => undefined);
  const query = async (sql: string): Promise<Record<string, unknown>[]> => (await reader.query<Record<string, unknown>>(sql)).rows;
  // Nothing that was answered may hang on a setting of the test's.
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const [row] = await query(`SELECT current_setting('${name}') AS "is"`);
    if (row?.['is'] !== 'on') throw new Error(`${name} is ${String(row?.['is'])}`);
  }
  return {
    name: 'PostgreSQL',
    address,
    openStore: () => openStore(address),
    query,
    crash: () => server.crash(),
    whole: () => damages(query),
    async remove() {
      await reader.end();
      await server.stop();
    },
  };
}

/** What PostgreSQL's own verifier says: every table row by row, every index against its table. */
async function damages(query: CrashDatabase['query']): Promise<string[]> {
  await query('CREATE EXTENSION IF NOT EXISTS amcheck');
  const of = (kind: string): string => `FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = '${kind}' AND c.relpersistence = 'p'`;
  const rows = await query(`SELECT c.relname AS "table", v.blkno, v.offnum, v.msg FROM (SELECT c.oid, c.relname ${of('r')}) c, LATERAL verify_heapam(c.oid) v`);
  const found = rows.map((row) => JSON.stringify(row));
  const indexes = await query(`SELECT c.oid::regclass::text AS "name" ${of('i')} AND c.relam = (SELECT oid FROM pg_am WHERE amname = 'btree')`);
  for (const { name } of indexes) {
    await query(`SELECT bt_index_parent_check('${String(name)}', true)`).catch((error: unknown) => found.push(`${String(name)}: ${String(error)}`));
  }
  return found;
}
