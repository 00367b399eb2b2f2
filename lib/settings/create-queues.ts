import type { Caller } from '@/lib/auth/caller';
import { audit } from '@/lib/flows/audit';
import { referenceUses } from '@/lib/flows/reference-uses';
import { isUniqueViolation } from '@/lib/flows/unique-violation';
import { Refusal } from '@/lib/refusal';
import { freeKey } from './free-key';
import type { Queues, QueueUses } from './queues';
import type { SettingsDeps } from './settings-deps';
import { storedText } from './stored-text';

/** The use cases on queues over the database. */
export function createQueues(deps: SettingsDeps): Queues {
  const { prisma, clock, runtime } = deps;

  return {
    async list(caller) {
      const workspaceId = caller.workspace.id;
      const [queues, agents, waiting] = await Promise.all([
        prisma.queue.findMany({ where: { workspaceId }, include: { members: true }, orderBy: { key: 'asc' } }),
        prisma.agentProfile.findMany({ where: { workspaceId }, select: { userId: true, membership: { select: { user: { select: { name: true } } } } } }),
        prisma.conversation.groupBy({ by: ['queueKey'], where: { workspaceId, owner: 'queued' }, _count: true }),
      ]);
      const counts = new Map(waiting.map(({ queueKey, _count }) => [queueKey, _count]));
      return {
        queues: queues.map(({ key, name, isDefault, members }) => ({ key, name: storedText(name), isDefault, members: members.map(({ userId }) => userId), waiting: counts.get(key) ?? 0 })),
        agents: agents.map(({ userId, membership }) => ({ id: userId, name: membership.user.name })).sort((one, other) => one.name.localeCompare(other.name)),
      };
    },
    async create(caller, { name, key: wanted, members }) {
      const workspaceId = caller.workspace.id;
      await areAgents(caller, members);
      const taken = await prisma.queue.findMany({ where: { workspaceId }, select: { key: true } });
      const key = freeKey(wanted, name, taken.map((queue) => queue.key));
      try {
        await prisma.$transaction([
          prisma.queue.create({ data: { workspaceId, key, name: JSON.stringify(name), isDefault: taken.length === 0 } }),
          prisma.queueMember.createMany({ data: [...new Set(members)].map((userId) => ({ workspaceId, queueKey: key, userId })) }),
          audit(prisma, caller, { at: clock.now(), action: 'queue.created', target: 'queue', targetId: key, detail: { name, members: members.length } }),
        ]);
      } catch (error) {
        if (isUniqueViolation(error)) throw new Refusal('conflict', 'key-taken');
        throw error;
      }
      return { key };
    },
    async save(caller, { key, name, members }) {
      const workspaceId = caller.workspace.id;
      await known(caller, key);
      await areAgents(caller, members);
      await prisma.$transaction([
        prisma.queue.update({ where: { workspaceId_key: { workspaceId, key } }, data: { name: JSON.stringify(name) } }),
        prisma.queueMember.deleteMany({ where: { workspaceId, queueKey: key } }),
        prisma.queueMember.createMany({ data: [...new Set(members)].map((userId) => ({ workspaceId, queueKey: key, userId })) }),
        audit(prisma, caller, { at: clock.now(), action: 'queue.changed', target: 'queue', targetId: key, detail: { name, members: members.length } }),
      ]);
      // Who joined may take what waits; who left is offered nothing more of it.
      await runtime.route(workspaceId);
    },
    async makeDefault(caller, key) {
      const workspaceId = caller.workspace.id;
      await known(caller, key);
      await prisma.$transaction([
        prisma.queue.updateMany({ where: { workspaceId, isDefault: true }, data: { isDefault: false } }),
        prisma.queue.update({ where: { workspaceId_key: { workspaceId, key } }, data: { isDefault: true } }),
        audit(prisma, caller, { at: clock.now(), action: 'queue.made-default', target: 'queue', targetId: key, detail: {} }),
      ]);
    },
    uses,
    async remove(caller, key) {
      const workspaceId = caller.workspace.id;
      const queue = await known(caller, key);
      if (queue.isDefault) throw new Refusal('conflict', 'default-queue');
      const found = await uses(caller, key);
      if (found.waiting > 0) throw new Refusal('conflict', 'queue-not-empty', { ...found });
      if (found.flows.length > 0) throw new Refusal('conflict', 'in-use', { ...found });
      await prisma.$transaction([
        prisma.queue.delete({ where: { workspaceId_key: { workspaceId, key } } }),
        audit(prisma, caller, { at: clock.now(), action: 'queue.deleted', target: 'queue', targetId: key, detail: {} }),
      ]);
    },
  };

  async function known(caller: Caller, key: string) {
    const queue = await prisma.queue.findUnique({ where: { workspaceId_key: { workspaceId: caller.workspace.id, key } } });
    if (!queue) throw new Refusal('not-found', 'queue-gone');
    return queue;
  }

  async function areAgents(caller: Caller, ids: readonly string[]): Promise<void> {
    const wanted = [...new Set(ids)];
    const found = await prisma.agentProfile.count({ where: { workspaceId: caller.workspace.id, userId: { in: wanted } } });
    if (found !== wanted.length) throw new Refusal('not-found', 'person-unknown');
  }

  async function uses(caller: Caller, key: string): Promise<QueueUses> {
    const workspaceId = caller.workspace.id;
    const [flows, waiting] = await Promise.all([referenceUses(deps, workspaceId, 'queue', key), prisma.conversation.count({ where: { workspaceId, owner: 'queued', queueKey: key } })]);
    return { flows, waiting };
  }
}
