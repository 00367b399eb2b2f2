import { Refusal } from '@/lib/refusal';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** Refuses `person-unknown` for whoever is no member of the workspace, or no longer. */
export async function knownMember(prisma: AdminDatabase, workspaceId: string, userId: string): Promise<void> {
  if ((await prisma.membership.count({ where: { workspaceId, userId, removedAt: null } })) === 0) throw new Refusal('not-found', 'person-unknown');
}
