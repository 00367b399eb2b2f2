import type { Clock } from '@/lib/clock';
import type { Runtime } from '@/lib/runtime/runtime-types';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** What the administrators' view of what went wrong stands on. */
export interface OperationsDeps {
  prisma: AdminDatabase;
  clock: Clock;
  runtime: Pick<Runtime, 'deliver' | 'expect'>;
}
