import type { Clock } from '@/lib/clock';
import type { Log } from '@/lib/log';
import type { Hub } from '@/lib/realtime/hub';
import type { Runtime } from '@/lib/runtime/runtime-types';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** What the inbox stands on. It reads by Prisma; it changes conversations through the runtime only. */
export interface InboxDeps {
  prisma: AdminDatabase;
  runtime: Runtime;
  hub: Hub;
  clock: Clock;
  log: Pick<Log, 'error'>;
  /** Aborted when live streams are to end, with a time to come back. */
  goodbye: AbortSignal;
}
