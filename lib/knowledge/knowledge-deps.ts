import type { Clock } from '@/lib/clock';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** What the use cases on articles stand on. */
export interface KnowledgeDeps {
  prisma: AdminDatabase;
  clock: Clock;
  /** Told after the commit of a change. Must not throw. */
  changed(workspaceId: string): void;
}
