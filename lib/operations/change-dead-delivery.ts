import type { Caller } from '@/lib/auth/caller';
import { audit } from '@/lib/flows/audit';
import { Refusal } from '@/lib/refusal';
import { Prisma } from '@/lib/store/prisma/generated/client';
import type { OperationsDeps } from './operations-deps';
import type { StoredDelivery } from './stored-delivery';

/** Changes a dead delivery, once, together with its audit entry. Refuses `delivery-unknown` when it is dead no more. */
export async function changeDeadDelivery(
  { prisma }: Pick<OperationsDeps, 'prisma'>,
  caller: Caller,
  { id, conversationId, kind }: StoredDelivery,
  change: { at: number; action: string; data: Prisma.OutboxUpdateInput },
): Promise<void> {
  try {
    await prisma.$transaction([
      prisma.outbox.update({ where: { workspaceId_id: { workspaceId: caller.workspace.id, id }, state: 'dead' }, data: change.data }),
      audit(prisma, caller, { at: change.at, action: change.action, target: 'delivery', targetId: id, detail: { conversationId, kind } }),
    ]);
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2025') throw new Refusal('not-found', 'delivery-unknown');
    throw error;
  }
}
