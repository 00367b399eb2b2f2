import type { Caller } from '@/lib/auth/caller';
import type { OperationsDeps } from './operations-deps';
import type { FailedDeliveryRow } from './operations-views';
import { deliveryPayload, FAILED_DELIVERY, isOld } from './stored-delivery';

const LONGEST_LIST = 200;

/** What did not leave and is not tried any more, the newest first. */
export async function listFailedDeliveries({ prisma }: Pick<OperationsDeps, 'prisma'>, caller: Caller): Promise<FailedDeliveryRow[]> {
  const stored = await prisma.outbox.findMany({
    where: { workspaceId: caller.workspace.id, state: 'dead' },
    include: FAILED_DELIVERY,
    orderBy: [{ doneAt: 'desc' }, { id: 'desc' }],
    take: LONGEST_LIST,
  });
  return stored.map((row) => {
    const { channel, content } = deliveryPayload(row.payload);
    return {
      id: row.id,
      conversationId: row.conversationId,
      customer: row.conversation.identity.profile.name,
      channel: channel ?? row.conversation.identity.connection.channel,
      kind: row.kind,
      text: content?.parts.map(({ text }) => text).join('\n') ?? null,
      attempts: row.attempts,
      error: row.lastError ?? '',
      at: Number(row.doneAt ?? row.createdAt),
      old: isOld(row),
    };
  });
}
