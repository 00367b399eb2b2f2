import { randomUUID } from 'node:crypto';
import type { PeopleDeps } from './people-deps';

/** The last stretch in which it waited. */
const WAITED = { where: { owner: 'queued' }, orderBy: { number: 'desc' }, take: 1, select: { queueKey: true } } as const;

/**
 * Gives an agent's conversations back to the queues they came from, and takes back what was offered to her.
 * How many conversations that were. Repeats until she holds none: she may accept one meanwhile.
 */
export async function giveBack({ prisma, runtime }: Pick<PeopleDeps, 'prisma' | 'runtime'>, workspaceId: string, agentId: string): Promise<number> {
  if ((await prisma.agentProfile.count({ where: { workspaceId, userId: agentId } })) > 0) await runtime.setPresence(workspaceId, agentId, 'offline');
  const given = new Set<string>();
  for (;;) {
    const held = await prisma.conversation.findMany({ where: { workspaceId, owner: { in: ['agent', 'snoozed'] }, agentId, id: { notIn: [...given] } }, select: { id: true, segments: WAITED } });
    if (held.length === 0) return given.size;
    for (const { id, segments } of held) {
      given.add(id);
      await runtime.deliver({ workspaceId, conversationId: id }, { key: randomUUID(), type: 'agent.left', agentId, queue: segments[0]?.queueKey ?? null });
    }
  }
}
