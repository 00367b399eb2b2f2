import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { Depths } from './create-metrics';

/** Nothing is counted further than this: a reading must stay short however much waits. */
const MOST = 10_000;

/**
 * Counts what waits in the tables, each up to {@link MOST}, by their indexes.
 * @param file the database file; null where the database is elsewhere, whose size is then not ours to tell
 */
export async function readDepths(prisma: AdminDatabase, now: number, file: string | null): Promise<Depths> {
  type Count = { n: number | bigint }[];
  const due = BigInt(now);
  const [undrained, outbox, dead, timers, waiting] = await Promise.all([
    prisma.$queryRaw<Count>`SELECT count(*) AS n FROM (SELECT 1 FROM "Conversation" WHERE "drainedSeq" < "inboundSeq" LIMIT ${MOST}) AS t`,
    prisma.$queryRaw<{ kind: string; n: number | bigint }[]>`SELECT "kind", count(*) AS n FROM (SELECT "kind" FROM "Outbox" WHERE "state" IN ('pending', 'sending') LIMIT ${MOST}) AS t GROUP BY "kind"`,
    prisma.$queryRaw<Count>`SELECT count(*) AS n FROM (SELECT 1 FROM "Outbox" WHERE "state" = 'dead' LIMIT ${MOST}) AS t`,
    prisma.$queryRaw<Count>`SELECT count(*) AS n FROM (SELECT 1 FROM "Timer" WHERE "fireAt" <= ${due} LIMIT ${MOST}) AS t`,
    prisma.$queryRaw<Count>`SELECT count(*) AS n FROM (SELECT 1 FROM "Workspace" w JOIN "Conversation" c ON c."workspaceId" = w."id" AND c."owner" = 'queued' LIMIT ${MOST}) AS t`,
  ]);
  const one = (rows: Count): number => Number(rows[0]?.n ?? 0);
  return {
    undrained: one(undrained),
    outbox: outbox.map(({ kind, n }) => ({ kind, count: Number(n) })),
    dead: one(dead),
    timersDue: one(timers),
    waitingForAgent: one(waiting),
    ...(await space(file)),
  };
}

async function space(file: string | null): Promise<Pick<Depths, 'databaseBytes' | 'freeBytes'>> {
  if (file === null) return { databaseBytes: 0, freeBytes: 0 };
  const sizes = await Promise.all([file, `${file}-wal`].map((path) => stat(path).then(({ size }) => size, () => 0)));
  const { bavail, bsize } = await statfs(dirname(file));
  return { databaseBytes: sizes.reduce((sum, size) => sum + size, 0), freeBytes: bavail * bsize };
}
