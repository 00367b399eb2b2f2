import { Refusal } from '@/lib/refusal';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { AgentSettings } from './people';

/**
 * The writes that make or change an agent's profile, for one batch. Who is an agent for the first time gets the
 * default queue when nothing else is said. Refuses `skill-gone` and `queue-gone`.
 */
export async function assignAgent(prisma: AdminDatabase, workspaceId: string, userId: string, settings: AgentSettings | undefined, at: bigint) {
  const [skills, queues, known] = await Promise.all([
    prisma.skill.findMany({ where: { workspaceId }, select: { key: true } }),
    prisma.queue.findMany({ where: { workspaceId }, select: { key: true, isDefault: true } }),
    prisma.agentProfile.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } }),
  ]);
  if (!settings && known) return [];
  const wanted: AgentSettings = settings ?? { capacity: 4, queues: queues.filter(({ isDefault }) => isDefault).map(({ key }) => key), skills: {} };
  const levels = Object.entries(wanted.skills).filter(([, level]) => level > 0);
  if (levels.some(([key]) => !skills.some((skill) => skill.key === key))) throw new Refusal('conflict', 'skill-gone');
  if (wanted.queues.some((key) => !queues.some((queue) => queue.key === key))) throw new Refusal('conflict', 'queue-gone');
  return [
    prisma.agentProfile.upsert({
      where: { workspaceId_userId: { workspaceId, userId } },
      create: { workspaceId, userId, capacity: wanted.capacity, presence: 'offline', presenceAt: at, idleSince: at },
      update: { capacity: wanted.capacity },
    }),
    prisma.agentSkill.deleteMany({ where: { workspaceId, userId } }),
    prisma.agentSkill.createMany({ data: levels.map(([skillKey, level]) => ({ workspaceId, userId, skillKey, level })) }),
    prisma.queueMember.deleteMany({ where: { workspaceId, userId } }),
    prisma.queueMember.createMany({ data: [...new Set(wanted.queues)].map((queueKey) => ({ workspaceId, queueKey, userId })) }),
  ];
}
