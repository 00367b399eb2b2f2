import type { Clock } from '@/lib/clock';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** What the use cases on tests stand on. */
export interface TestDeps {
  prisma: AdminDatabase;
  clock: Clock;
}
