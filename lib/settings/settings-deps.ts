import type { Registry } from '@/flows/nodes/registry';
import type { Clock } from '@/lib/clock';
import type { Runtime } from '@/lib/runtime/runtime-types';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** What the use cases on settings stand on. */
export interface SettingsDeps {
  prisma: AdminDatabase;
  registry: Registry;
  clock: Clock;
  runtime: Pick<Runtime, 'route'>;
}
