import { readdirSync } from 'node:fs';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** Milliseconds in which the database has to answer, and to write. */
const BOUND_MS = 2000;
/** An answer is given again within this time, so that asking costs nothing. */
const FRESH_MS = 500;

export type ReadyCheck = 'stopping' | 'database' | 'migrated' | 'database-write';

export interface Readiness {
  /** Names of the checks that fail now; none: ready. Never rejects. */
  failed(): Promise<ReadyCheck[]>;
}

/**
 * Whether this process should be sent work.
 * @param migrations folder of the migrations that must have been applied
 * @param stopping aborted when the program begins to stop
 */
export function createReadiness(prisma: AdminDatabase, migrations: string, stopping: AbortSignal, now: () => number): Readiness {
  let migrated = false;
  let last: { at: number; failed: Promise<ReadyCheck[]> } | undefined;

  async function database(): Promise<ReadyCheck[]> {
    if (!(await within(prisma.$queryRaw`SELECT 1`))) return ['database'];
    migrated ||= await isMigrated(prisma, migrations);
    if (!migrated) return ['migrated'];
    // A row that is written with what stands in it: a full disk, a lock and a file that became read-only show here only.
    const written = await within(prisma.$executeRaw`UPDATE "Workspace" SET "name" = "name" WHERE "id" = (SELECT min("id") FROM "Workspace")`);
    return written ? [] : ['database-write'];
  }

  return {
    async failed() {
      if (stopping.aborted) return ['stopping'];
      const at = now();
      if (!last || at - last.at > FRESH_MS) last = { at, failed: database() };
      return last.failed;
    },
  };
}

async function isMigrated(prisma: AdminDatabase, folder: string): Promise<boolean> {
  try {
    const wanted = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const rows = await prisma.$queryRaw<{ name: string }[]>`SELECT "migration_name" AS name FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`;
    const done = new Set(rows.map(({ name }) => name));
    return wanted.every((name) => done.has(name));
  } catch {
    return false;
  }
}

/** Whether it succeeds in time. What comes later is nobody's concern. */
async function within(work: PromiseLike<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, BOUND_MS, false)));
  const answered = Promise.resolve(work).then(() => true, () => false);
  const well = await Promise.race([answered, late]);
  clearTimeout(timer);
  return well;
}
