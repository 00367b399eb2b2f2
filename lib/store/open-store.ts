import { NO_INSTRUMENTS, type Instruments } from '@/lib/metrics/instruments';
import { createAdminDatabase, type AdminDatabase } from './prisma/lane-prisma';
import { LaneClient } from './sqlite/lane-client';
import { openDatabase } from './sqlite/open-database';
import { createSqliteTurnStore } from './sqlite/sqlite-turn-store';
import { createWriteLane } from './sqlite/write-lane';
import type { TurnStore } from './turn-store';

export interface Store {
  /** The hot path. */
  turns: TurnStore;
  /** Prisma, for everything else; its writes go through the same lane. */
  admin: AdminDatabase;
  /** Commits what waits and closes the file. */
  close(): Promise<void>;
}

/** Opens a migrated database file. One store per process and file. */
export function openStore(file: string, instruments: Instruments = NO_INSTRUMENTS): Store {
  const write = openDatabase(file, { role: 'write' });
  const read = openDatabase(file, { role: 'read' });
  const lane = createWriteLane(write, {}, instruments);
  return {
    turns: createSqliteTurnStore(lane, write, read),
    admin: createAdminDatabase(new LaneClient(lane, write, read)),
    async close() {
      await lane.close();
      read.close();
      write.close();
    },
  };
}
