import { audit } from '@/lib/flows/audit';
import { isUniqueViolation } from '@/lib/flows/unique-violation';
import { newId } from '@/lib/ids';
import { Refusal } from '@/lib/refusal';
import type { Caller } from '../caller';
import { randomPassword } from '../random-password';
import { assignAgent } from './assign-agent';
import type { NewPerson } from './people';
import type { PeopleDeps } from './people-deps';

/**
 * Makes a member who signs in with a password shown once. Somebody who was taken out of this workspace comes back
 * under her old id, so that what she once wrote is hers again.
 */
export async function addPerson({ prisma, clock, hash, runtime }: PeopleDeps, caller: Caller, { name, email, roles, agent }: NewPerson): Promise<{ id: string; password: string }> {
  const workspaceId = caller.workspace.id;
  const known = await prisma.user.findUnique({ where: { email }, include: { memberships: true } });
  const here = known?.memberships.find((membership) => membership.workspaceId === workspaceId);
  if (here && here.removedAt === null) throw new Refusal('conflict', 'already-member');
  // An account of another workspace is not this administrator's to give a password to.
  if (known?.memberships.some((membership) => membership.workspaceId !== workspaceId)) throw new Refusal('conflict', 'email-taken');
  const id = known?.id ?? newId();
  const password = randomPassword();
  const stored = await hash(password);
  const now = clock.now();
  const at = BigInt(now);
  try {
    await prisma.$transaction([
      prisma.user.upsert({ where: { id }, create: { id, name, email, emailVerified: true }, update: { name } }),
      prisma.account.deleteMany({ where: { userId: id } }),
      prisma.account.create({ data: { id: newId(), userId: id, accountId: id, providerId: 'credential', password: stored } }),
      prisma.membership.upsert({
        where: { workspaceId_userId: { workspaceId, userId: id } },
        create: { workspaceId, userId: id, createdAt: at },
        update: { removedAt: null },
      }),
      prisma.membershipRole.createMany({ data: [...new Set(roles)].map((role) => ({ workspaceId, userId: id, role })) }),
      ...(roles.includes('agent') ? await assignAgent(prisma, workspaceId, id, agent, at) : []),
      audit(prisma, caller, { at: now, action: 'person.added', target: 'person', targetId: id, detail: { roles } }),
    ]);
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('conflict', 'already-member');
    throw error;
  }
  await runtime.route(workspaceId);
  return { id, password };
}
