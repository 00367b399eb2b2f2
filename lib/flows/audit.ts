import type { JsonObject } from '@/flows/document/json';
import type { Caller } from '@/lib/auth/caller';
import { newId } from '@/lib/ids';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** An audit entry, to be written in the same batch as what it tells of. */
export function audit(prisma: AdminDatabase, caller: Caller, entry: { at: number; action: string; target: string; targetId: string; detail: JsonObject }) {
  const { at, action, target, targetId, detail } = entry;
  return prisma.auditEntry.create({
    data: { workspaceId: caller.workspace.id, id: newId(), at: BigInt(at), actorId: caller.userId, action, target, targetId, detail: JSON.stringify(detail) },
  });
}
