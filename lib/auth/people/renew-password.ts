import { audit } from '@/lib/flows/audit';
import { newId } from '@/lib/ids';
import type { Caller } from '../caller';
import { randomPassword } from '../random-password';
import { knownMember } from './known-member';
import type { PeopleDeps } from './people-deps';

/** Gives a member a new password, shown once. Whoever is signed in with the old one is signed out. */
export async function renewPassword({ prisma, clock, hash }: PeopleDeps, caller: Caller, id: string): Promise<{ password: string }> {
  const workspaceId = caller.workspace.id;
  await knownMember(prisma, workspaceId, id);
  const password = randomPassword();
  const stored = await hash(password);
  await prisma.$transaction([
    prisma.account.deleteMany({ where: { userId: id, providerId: 'credential' } }),
    prisma.account.create({ data: { id: newId(), userId: id, accountId: id, providerId: 'credential', password: stored } }),
    ...(id === caller.userId ? [] : [prisma.session.deleteMany({ where: { userId: id } })]),
    audit(prisma, caller, { at: clock.now(), action: 'person.password-renewed', target: 'person', targetId: id, detail: {} }),
  ]);
  return { password };
}
