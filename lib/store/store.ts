import type { AdminDatabase } from './prisma/lane-prisma';
import type { TurnStore } from './turn-store';

/** An open database. */
export interface Store {
  kind: 'sqlite' | 'postgresql';
  /** The hot path. */
  turns: TurnStore;
  /** Prisma, for everything else. */
  admin: AdminDatabase;
  /** Commits what waits and lets go of the database. */
  close(): Promise<void>;
}
