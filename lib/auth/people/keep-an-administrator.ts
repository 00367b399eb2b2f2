import { Refusal } from '@/lib/refusal';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** Refuses `last-administrator` when nobody else of the workspace is one: it could never be managed again. */
export async function keepAnAdministrator(prisma: AdminDatabase, workspaceId: string, leaving: string): Promise<void> {
  const administrators = await prisma.membershipRole.findMany({ where: { workspaceId, role: 'administrator', membership: { removedAt: null } }, select: { userId: true } });
  if (administrators.some(({ userId }) => userId === leaving) && administrators.length === 1) throw new Refusal('conflict', 'last-administrator');
}
