import { afterAll, beforeAll } from 'vitest';
import { effectEndContract } from '@/lib/store/effect-end.contract';
import { openPool } from '@/lib/store/postgres/open-pool';
import { createPostgresAdmin } from '@/lib/store/postgres/postgres-prisma';
import { createPostgresTurnStore } from '@/lib/store/postgres/postgres-turn-store';
import { startPostgres, type PostgresServer } from '@/lib/store/testing/postgres-server';
import { turnStoreContract, type StoreUnderTest } from '@/lib/store/turn-store.contract';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function empty(): Promise<StoreUnderTest> {
  const url = await server.migrated();
  const opened: (() => Promise<void>)[] = [];
  const open = async (): Promise<StoreUnderTest> => {
    const [hot, cold] = [openPool(url, 10), openPool(url, 4)];
    const turns = createPostgresTurnStore(hot);
    opened.push(async () => {
      turns.close();
      await Promise.all([hot.end(), cold.end()]);
    });
    return {
      turns,
      admin: createPostgresAdmin(cold),
      crash: open,
      remove: async () => {
        for (const close of opened) await close();
      },
    };
  };
  return open();
}

turnStoreContract('PostgreSQL', empty);
effectEndContract('PostgreSQL', empty);
