import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { Seal } from './seal';

/** Reads secrets for whoever sends a request, at the moment of sending. Null when there is none of that key. */
export function secretOf(prisma: AdminDatabase, seal: Seal): (workspaceId: string, key: string) => Promise<string | null> {
  return async (workspaceId, key) => {
    const row = await prisma.secret.findUnique({ where: { workspaceId_key: { workspaceId, key } }, select: { sealed: true } });
    return row && seal.open({ workspaceId, key }, row.sealed);
  };
}
