import type { Store } from '@/lib/store/open-store';
import type { Query } from '../check/database';

/** A database of one crash run. */
export interface CrashDatabase {
  name: string;
  /** What a process is told to open. */
  address: string;
  /** For furnishing it, before anything runs. */
  openStore(): Store;
  /** For the checker, beside whatever runs. */
  query: Query;
  /** Kills the database's own processes and starts them again, where it has any. */
  crash?(): Promise<void>;
  /** What the database itself finds wrong with its files and references; nothing when all is well. */
  whole(): Promise<string[]>;
  remove(): Promise<void>;
}
