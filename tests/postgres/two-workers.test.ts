import { afterAll, beforeAll, it } from 'vitest';
import { startPostgres, type PostgresServer } from '@/lib/store/testing/postgres-server';
import { twoWorkers } from './two-workers';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

it('two processes give 600 events on 12 conversations one order, each once, without a deadlock', async () => {
  const seed = Date.now() % 1_000_000;
  console.log(`seed ${seed}`);
  await twoWorkers(server, 12, 50, seed);
});
