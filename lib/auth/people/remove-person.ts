import { audit } from '@/lib/flows/audit';
import { Refusal } from '@/lib/refusal';
import type { Caller } from '../caller';
import { giveBack } from './give-back';
import { keepAnAdministrator } from './keep-an-administrator';
import { knownMember } from './known-member';
import type { PeopleDeps } from './people-deps';

/**
 * Takes a member out. Her conversations are given back first: a stop half-way leaves her a member without
 * conversations, never a conversation without anybody. What she wrote keeps her name.
 */
export async function removePerson(deps: PeopleDeps, caller: Caller, id: string): Promise<{ released: number }> {
  const { prisma, clock, runtime, hub } = deps;
  const workspaceId = caller.workspace.id;
  await knownMember(prisma, workspaceId, id);
  await keepAnAdministrator(prisma, workspaceId, id);
  if (id === caller.userId) throw new Refusal('conflict', 'remove-yourself');
  const released = await giveBack(deps, workspaceId, id);
  const now = clock.now();
  await prisma.$transaction([
    prisma.membership.update({ where: { workspaceId_userId: { workspaceId, userId: id } }, data: { removedAt: BigInt(now) } }),
    prisma.membershipRole.deleteMany({ where: { workspaceId, userId: id } }),
    prisma.agentProfile.deleteMany({ where: { workspaceId, userId: id } }),
    prisma.session.deleteMany({ where: { userId: id } }),
    audit(prisma, caller, { at: now, action: 'person.removed', target: 'person', targetId: id, detail: { released } }),
  ]);
  // Without a profile nobody can accept any more; what was accepted in between is given back now.
  const late = await giveBack(deps, workspaceId, id);
  hub.publish(`workspace:${workspaceId}`, { kind: 'member', workspaceId, userId: id });
  await runtime.route(workspaceId);
  return { released: released + late };
}
