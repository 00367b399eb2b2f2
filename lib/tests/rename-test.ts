import type { Caller } from '@/lib/auth/caller';
import { audit } from '@/lib/flows/audit';
import { storedTest } from './stored-test';
import type { TestDeps } from './test-deps';

/** Gives a test another name. Refuses `test-unknown`. */
export async function renameTest({ prisma, clock }: TestDeps, caller: Caller, { id, name }: { id: string; name: string }): Promise<void> {
  const { flowId, name: before } = await storedTest(prisma, caller, id);
  const now = clock.now();
  await prisma.$transaction([
    prisma.flowTest.update({
      where: { workspaceId_id: { workspaceId: caller.workspace.id, id } },
      data: { name, updatedAt: BigInt(now), updatedBy: caller.userId },
    }),
    audit(prisma, caller, { at: now, action: 'test.renamed', target: 'test', targetId: id, detail: { flowId, name, before } }),
  ]);
}
