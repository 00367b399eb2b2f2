import type { Caller } from '@/lib/auth/caller';
import type { Prisma } from '@/lib/store/prisma/generated/client';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { InboxView } from './inbox-views';

/**
 * The condition that a view puts on conversations, always within the caller's workspace. Agents see what waits in
 * their queues; those who only watch see all that waits.
 */
export async function inboxScope(prisma: AdminDatabase, caller: Caller, view: InboxView): Promise<Prisma.ConversationWhereInput> {
  const workspaceId = caller.workspace.id;
  if (view === 'mine') return { workspaceId, owner: { in: ['agent', 'snoozed'] }, agentId: caller.userId };
  if (view === 'offered') return { workspaceId, owner: 'queued', offeredTo: caller.userId };
  if (!caller.permissions.includes('inbox.answer')) return { workspaceId, owner: 'queued' };
  const memberships = await prisma.queueMember.findMany({ where: { workspaceId, userId: caller.userId }, select: { queueKey: true } });
  return { workspaceId, owner: 'queued', OR: [{ queueKey: { in: memberships.map(({ queueKey }) => queueKey) } }, { offeredTo: caller.userId }] };
}
