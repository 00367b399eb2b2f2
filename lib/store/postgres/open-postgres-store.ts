import type { Instruments } from '@/lib/metrics/instruments';
import type { Store } from '../store';
import { openPool } from './open-pool';
import { createPostgresAdmin } from './postgres-prisma';
import { createPostgresTurnStore } from './postgres-turn-store';

/** Connections of one process at most: turns beside each other, and administration, which must not wait for them. */
const HOT = 10;
const COLD = 5;

/**
 * Opens a migrated PostgreSQL database. Connections are made when they are needed.
 *
 * @param leaseMs after which another process takes over what a dead one had begun; a minute unless given
 */
export function openPostgresStore(url: string, instruments: Instruments, leaseMs?: number): Store {
  const [hot, cold] = [openPool(url, HOT), openPool(url, COLD)];
  const turns = createPostgresTurnStore(hot, instruments, leaseMs);
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
