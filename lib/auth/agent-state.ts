import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { z } from 'zod';
import type { AgentState } from './account-views';
import type { Caller } from './caller';

const presenceSchema = z.enum(['available', 'away', 'offline']).catch('offline');

/** The caller's working state; null when he takes no conversations. Load is what he holds plus what is offered to him. */
export async function agentState(prisma: AdminDatabase, caller: Caller): Promise<AgentState | null> {
  if (!caller.permissions.includes('inbox.answer')) return null;
  const workspaceId = caller.workspace.id;
  const [profile, load] = await Promise.all([
    prisma.agentProfile.findUnique({ where: { workspaceId_userId: { workspaceId, userId: caller.userId } } }),
    prisma.conversation.count({
      where: { workspaceId, OR: [{ owner: 'agent', agentId: caller.userId }, { owner: 'queued', offeredTo: caller.userId }] },
    }),
  ]);
  return profile && { presence: presenceSchema.parse(profile.presence), capacity: profile.capacity, load };
}
