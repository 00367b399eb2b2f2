import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { FAILED_TURN, type StoredTurn } from './failed-turn-rows';
import type { FailedTurnKey } from './operations-views';

/** The failed turn of that place. Refuses `turn-unknown`. */
export async function storedTurn(prisma: AdminDatabase, caller: Caller, { conversationId, seq }: FailedTurnKey): Promise<StoredTurn> {
  const turn = await prisma.inboundEvent.findUnique({
    where: { workspaceId_conversationId_seq: { workspaceId: caller.workspace.id, conversationId, seq }, quarantinedAt: { not: null } },
    include: FAILED_TURN,
  });
  if (!turn) throw new Refusal('not-found', 'turn-unknown');
  return turn;
}
