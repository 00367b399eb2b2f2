import type { Caller } from '@/lib/auth/caller';
import { audit } from '@/lib/flows/audit';
import { storedTest } from './stored-test';
import type { TestDeps } from './test-deps';

/** Removes a test. Refuses `test-unknown`, also when it is removed already. */
export async function removeTest({ prisma, clock }: TestDeps, caller: Caller, id: string): Promise<void> {
  const { flowId, name } = await storedTest(prisma, caller, id);
  await prisma.$transaction([
    // Many: of two who remove it at once, the second finds nothing to remove.
    prisma.flowTest.deleteMany({ where: { workspaceId: caller.workspace.id, id } }),
    audit(prisma, caller, { at: clock.now(), action: 'test.removed', target: 'test', targetId: id, detail: { flowId, name } }),
  ]);
}
