import type { Caller } from '@/lib/auth/caller';
import { FAILED_TURN, failedTurnRows } from './failed-turn-rows';
import type { OperationsDeps } from './operations-deps';
import type { FailedTurnsView } from './operations-views';

const LONGEST_LIST = 200;

/** The newest first. */
export async function listFailedTurns({ prisma }: Pick<OperationsDeps, 'prisma'>, caller: Caller, state: 'open' | 'settled'): Promise<FailedTurnsView> {
  const workspaceId = caller.workspace.id;
  const failed = { workspaceId, quarantinedAt: { not: null } };
  const [open, stored] = await Promise.all([
    prisma.inboundEvent.count({ where: { ...failed, settledAt: null } }),
    prisma.inboundEvent.findMany({
      where: { ...failed, settledAt: state === 'open' ? null : { not: null } },
      include: FAILED_TURN,
      orderBy: [{ quarantinedAt: 'desc' }, { seq: 'desc' }],
      take: LONGEST_LIST,
    }),
  ]);
  return { open, turns: await failedTurnRows(prisma, workspaceId, stored) };
}
