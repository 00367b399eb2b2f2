import type { Clock } from '@/lib/clock';
import type { Hub } from '@/lib/realtime/hub';
import type { Runtime } from '@/lib/runtime/runtime-types';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** What the use cases on people stand on. */
export interface PeopleDeps {
  prisma: AdminDatabase;
  clock: Clock;
  runtime: Pick<Runtime, 'deliver' | 'route' | 'setPresence'>;
  hub: Hub;
  /** As the account library stores a password. */
  hash(password: string): Promise<string>;
}
