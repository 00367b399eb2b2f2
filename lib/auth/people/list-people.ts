import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { z } from 'zod';
import { roleSchema } from '../roles';
import type { PersonView } from './people';

const presenceSchema = z.enum(['available', 'away', 'offline']).catch('offline');

/** The members of a workspace, by name. */
export async function listPeople(prisma: AdminDatabase, workspaceId: string): Promise<PersonView[]> {
  const [members, held] = await Promise.all([
    prisma.membership.findMany({
      where: { workspaceId, removedAt: null },
      include: { roles: true, agent: { include: { skills: true, queues: true } }, user: { include: { sessions: { orderBy: { createdAt: 'desc' }, take: 1 } } } },
    }),
    prisma.conversation.groupBy({ by: ['agentId'], where: { workspaceId, owner: { in: ['agent', 'snoozed'] }, agentId: { not: null } }, _count: true }),
  ]);
  const open = new Map(held.map(({ agentId, _count }) => [agentId, _count]));
  return members
    .map(({ user, roles, agent }) => ({
      id: user.id,
      name: user.name,
      email: user.email,
      roles: roles.flatMap(({ role }) => roleSchema.safeParse(role).data ?? []),
      lastSignInAt: user.sessions[0]?.createdAt.getTime() ?? null,
      agent: agent && {
        presence: presenceSchema.parse(agent.presence),
        capacity: agent.capacity,
        queues: agent.queues.map(({ queueKey }) => queueKey).sort(),
        skills: Object.fromEntries(agent.skills.map(({ skillKey, level }) => [skillKey, level])),
      },
      openConversations: open.get(user.id) ?? 0,
    }))
    .sort((one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1));
}
