import { NO_INSTRUMENTS, type Instruments } from '@/lib/metrics/instruments';
import { isPostgres } from './is-postgres';
import { openPostgresStore } from './postgres/open-postgres-store';
import { createAdminDatabase } from './prisma/lane-prisma';
import { LaneClient } from './sqlite/lane-client';
import { openDatabase } from './sqlite/open-database';
import { createSqliteTurnStore } from './sqlite/sqlite-turn-store';
import { createWriteLane } from './sqlite/write-lane';
import type { Store } from './store';

export type { Store } from './store';

/**
 * Opens a migrated database: a file (one store per process and file) or, by its address, PostgreSQL (any number).
 *
 * @param leaseMs of PostgreSQL, see {@link openPostgresStore}
 */
export function openStore(database: string, instruments: Instruments = NO_INSTRUMENTS, leaseMs?: number): Store {
  return isPostgres(database) ? openPostgresStore(database, instruments, leaseMs) : openFile(database, instruments);
}

/** Prisma's writes go through the same lane as the turns. */
function openFile(file: string, instruments: Instruments): Store {
  const write = openDatabase(file, { role: 'write' });
  const read = openDatabase(file, { role: 'read' });
  const lane = createWriteLane(write, {}, instruments);
  return {
    kind: 'sqlite',
    turns: createSqliteTurnStore(lane, write, read),
    admin: createAdminDatabase(new LaneClient(lane, write, read)),
    async close() {
      await lane.close();
      read.close();
      write.close();
    },
  };
}
