import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** How many conversations have an open case, by the version they run on. */
export async function runningOn(prisma: AdminDatabase, workspaceId: string): Promise<Map<string, number>> {
  const open = await prisma.case.groupBy({ by: ['flowVersionId'], where: { workspaceId, closedAt: null, flowVersionId: { not: null } }, _count: true });
  return new Map(open.flatMap(({ flowVersionId, _count }) => (flowVersionId === null ? [] : [[flowVersionId, _count]])));
}
