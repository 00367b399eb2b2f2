import type { Caller } from '@/lib/auth/caller';
import { listPeople } from '@/lib/auth/people/list-people';
import { audit } from '@/lib/flows/audit';
import { referenceUses } from '@/lib/flows/reference-uses';
import { isUniqueViolation } from '@/lib/flows/unique-violation';
import { workspaceReferences } from '@/lib/flows/workspace-references';
import { Refusal } from '@/lib/refusal';
import { freeKey } from './free-key';
import type { SettingsDeps } from './settings-deps';
import type { Skills, SkillUses } from './skills';

/** The use cases on skills over the database. */
export function createSkills(deps: SettingsDeps): Skills {
  const { prisma, clock, runtime } = deps;

  return {
    async matrix(caller) {
      const [people, { skills, queues }] = await Promise.all([listPeople(prisma, caller.workspace.id), workspaceReferences(prisma, caller.workspace.id)]);
      const agents = people.flatMap(({ id, name, agent }) => (agent ? [{ id, name, presence: agent.presence, capacity: agent.capacity, queues: agent.queues, levels: agent.skills }] : []));
      return { skills, queues: queues.map(({ key, name }) => ({ key, name })), agents };
    },
    async create(caller, { name, key: wanted }) {
      const workspaceId = caller.workspace.id;
      const taken = await prisma.skill.findMany({ where: { workspaceId }, select: { key: true } });
      const key = freeKey(wanted, name, taken.map((skill) => skill.key));
      try {
        await prisma.$transaction([
          prisma.skill.create({ data: { workspaceId, key, name: JSON.stringify(name) } }),
          audit(prisma, caller, { at: clock.now(), action: 'skill.created', target: 'skill', targetId: key, detail: { name } }),
        ]);
      } catch (error) {
        if (isUniqueViolation(error)) throw new Refusal('conflict', 'key-taken');
        throw error;
      }
      return { key };
    },
    async rename(caller, { key, name }) {
      await mustExist(caller, key);
      await prisma.$transaction([
        prisma.skill.update({ where: { workspaceId_key: { workspaceId: caller.workspace.id, key } }, data: { name: JSON.stringify(name) } }),
        audit(prisma, caller, { at: clock.now(), action: 'skill.renamed', target: 'skill', targetId: key, detail: { name } }),
      ]);
    },
    async setLevel(caller, { userId, key, level }) {
      const workspaceId = caller.workspace.id;
      await mustExist(caller, key);
      const agent = await prisma.agentProfile.findUnique({ where: { workspaceId_userId: { workspaceId, userId } }, include: { skills: { where: { skillKey: key } } } });
      if (!agent) throw new Refusal('not-found', 'person-unknown');
      const place = { workspaceId_userId_skillKey: { workspaceId, userId, skillKey: key } };
      await prisma.$transaction([
        level === 0
          ? prisma.agentSkill.deleteMany({ where: { workspaceId, userId, skillKey: key } })
          : prisma.agentSkill.upsert({ where: place, create: { workspaceId, userId, skillKey: key, level }, update: { level } }),
        audit(prisma, caller, { at: clock.now(), action: 'skill.level-set', target: 'person', targetId: userId, detail: { skill: key, from: agent.skills[0]?.level ?? 0, to: level } }),
      ]);
      // Somebody may be waiting for exactly this.
      await runtime.route(workspaceId);
    },
    uses,
    async remove(caller, key) {
      const workspaceId = caller.workspace.id;
      await mustExist(caller, key);
      const found = await uses(caller, key);
      if (found.flows.length > 0) throw new Refusal('conflict', 'in-use', { ...found });
      await prisma.$transaction([
        prisma.skill.delete({ where: { workspaceId_key: { workspaceId, key } } }),
        audit(prisma, caller, { at: clock.now(), action: 'skill.deleted', target: 'skill', targetId: key, detail: { agents: found.agents.length } }),
      ]);
    },
  };

  async function mustExist(caller: Caller, key: string): Promise<void> {
    if ((await prisma.skill.count({ where: { workspaceId: caller.workspace.id, key } })) === 0) throw new Refusal('not-found', 'skill-gone');
  }

  async function uses(caller: Caller, key: string): Promise<SkillUses> {
    const workspaceId = caller.workspace.id;
    const [flows, people] = await Promise.all([referenceUses(deps, workspaceId, 'skill', key), listPeople(prisma, workspaceId)]);
    return { flows, agents: people.filter(({ agent }) => agent?.skills[key] !== undefined).map(({ id, name }) => ({ id, name })) };
  }
}
