import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { FAILED_DELIVERY, type StoredDelivery } from './stored-delivery';

/** Refuses `delivery-unknown`. */
export async function deadDelivery(prisma: AdminDatabase, caller: Caller, id: string): Promise<StoredDelivery> {
  const row = await prisma.outbox.findUnique({ where: { workspaceId_id: { workspaceId: caller.workspace.id, id }, state: 'dead' }, include: FAILED_DELIVERY });
  if (!row) throw new Refusal('not-found', 'delivery-unknown');
  return row;
}
