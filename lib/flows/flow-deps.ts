import type { Registry } from '@/flows/nodes/registry';
import type { Clock } from '@/lib/clock';
import type { Hub } from '@/lib/realtime/hub';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { CompileVersion } from './compile-version';

/** What the use cases on flows stand on. */
export interface FlowDeps {
  prisma: AdminDatabase;
  registry: Registry;
  clock: Clock;
  compileVersion: CompileVersion;
  hub: Pick<Hub, 'publish'>;
  /** Told when what a flow is begun by has changed, after it is written. */
  triggersChanged(): void;
}
