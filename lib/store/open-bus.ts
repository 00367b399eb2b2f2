import type { Bus } from '@/lib/realtime/bus';
import { isPostgres } from './is-postgres';
import { createPostgresBus } from './postgres/postgres-bus';

/** How processes on one database tell each other; null for a file, which has one process only. */
export function openBus(database: string, failed: (error: unknown) => void): Bus | null {
  return isPostgres(database) ? createPostgresBus(database, failed) : null;
}
