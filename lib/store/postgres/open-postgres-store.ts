import type { Store } from '../store';
import { openPool } from './open-pool';
import { createPostgresAdmin } from './postgres-prisma';
import { createPostgresTurnStore } from './postgres-turn-store';

/** Connections of one process at most: turns beside each other, and administration, which must not wait for them. */
const HOT = 10;
const COLD = 5;

/** Opens a migrated PostgreSQL database. Connections are made when they are needed. */
export function openPostgresStore(url: string): Store {
  const [hot, cold] = [openPool(url, HOT), openPool(url, COLD)];
  const turns = createPostgresTurnStore(hot);
  return {
    kind: 'postgresql',
    turns,
    admin: createPostgresAdmin(cold),
    async close() {
      turns.close();
      await Promise.all([hot.end(), cold.end()]);
    },
  };
}
