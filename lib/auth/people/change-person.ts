import { audit } from '@/lib/flows/audit';
import type { Caller } from '../caller';
import { assignAgent } from './assign-agent';
import { giveBack } from './give-back';
import { keepAnAdministrator } from './keep-an-administrator';
import { knownMember } from './known-member';
import type { NewPerson } from './people';
import type { PeopleDeps } from './people-deps';

/** Changes a member's name, roles and, for an agent, how she is routed to. */
export async function changePerson(deps: PeopleDeps, caller: Caller, { id, name, roles, agent }: Omit<NewPerson, 'email'> & { id: string }): Promise<{ released: number }> {
  const { prisma, clock, runtime, hub } = deps;
  const workspaceId = caller.workspace.id;
  await knownMember(prisma, workspaceId, id);
  if (!roles.includes('administrator')) await keepAnAdministrator(prisma, workspaceId, id);
  const answers = roles.includes('agent');
  const now = clock.now();
  const assignment = answers ? await assignAgent(prisma, workspaceId, id, agent, BigInt(now)) : [];
  const released = answers ? 0 : await giveBack(deps, workspaceId, id);
  await prisma.$transaction([
    prisma.user.update({ where: { id }, data: { name } }),
    prisma.membershipRole.deleteMany({ where: { workspaceId, userId: id } }),
    prisma.membershipRole.createMany({ data: [...new Set(roles)].map((role) => ({ workspaceId, userId: id, role })) }),
    ...(answers ? assignment : [prisma.agentProfile.deleteMany({ where: { workspaceId, userId: id } })]),
    audit(prisma, caller, { at: now, action: 'person.changed', target: 'person', targetId: id, detail: { roles, released } }),
  ]);
  hub.publish(`workspace:${workspaceId}`, { kind: 'member', workspaceId, userId: id });
  await runtime.route(workspaceId);
  return { released };
}
