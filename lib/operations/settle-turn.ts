import type { Caller } from '@/lib/auth/caller';
import { audit } from '@/lib/flows/audit';
import { Refusal } from '@/lib/refusal';
import { Prisma } from '@/lib/store/prisma/generated/client';
import type { OperationsDeps } from './operations-deps';
import type { FailedTurnKey } from './operations-views';
import { storedTurn } from './stored-turn';

/** Marks a failed turn as dealt with, once, together with its audit entry. Refuses `turn-unknown`, `turn-settled`. */
export async function settleTurn({ prisma, clock }: Pick<OperationsDeps, 'prisma' | 'clock'>, caller: Caller, key: FailedTurnKey, how: 'replayed' | 'put-aside'): Promise<void> {
  const { conversationId, seq } = await storedTurn(prisma, caller, key);
  const at = clock.now();
  try {
    await prisma.$transaction([
      // Found only while nobody has settled it: else nothing of this batch is kept.
      prisma.inboundEvent.update({
        where: { workspaceId_conversationId_seq: { workspaceId: caller.workspace.id, conversationId, seq }, settledAt: null },
        data: { settledAt: BigInt(at), settledBy: caller.userId, settledHow: how },
      }),
      audit(prisma, caller, { at, action: `turn.${how}`, target: 'conversation', targetId: conversationId, detail: { seq } }),
    ]);
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2025') throw new Refusal('conflict', 'turn-settled');
    throw error;
  }
}
