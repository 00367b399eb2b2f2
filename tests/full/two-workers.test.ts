import { afterAll, beforeAll, it } from 'vitest';
import { startPostgres, type PostgresServer } from '@/lib/store/testing/postgres-server';
import { twoWorkers } from '../postgres/two-workers';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

it('two processes give 10000 events on 50 conversations one order, each once, without a deadlock', async () => {
  const seed = Date.now() % 1_000_000;
  console.log(`seed ${seed}`);
  await twoWorkers(server, 50, 200, seed);
});
