import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPool } from '@/lib/store/postgres/open-pool';
import { startPostgres, type PostgresServer } from '@/lib/store/testing/postgres-server';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

it('a process outlives its database: connections that wait, work or are in a transaction fail, and new ones are made', async () => {
  const pool = openPool(await server.database(), 4);
  try {
    await Promise.all([pool.query('SELECT 1'), pool.query('SELECT 1')]);
    const transaction = await pool.connect();
    await transaction.query('BEGIN');
    const working = pool.query('SELECT pg_sleep(20)').then(() => 'answered', () => 'failed');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await server.crash();
    expect(await working).toBe('failed');
    await expect(transaction.query('COMMIT')).rejects.toThrow();
    transaction.release(true);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  } finally {
    await pool.end();
  }
});
