import type { Caller } from '@/lib/auth/caller';
import { audit } from '@/lib/flows/audit';
import { storedTest } from './stored-test';
import type { TestDeps } from './test-deps';
import { testTexts } from './test-texts';
import type { TestChange } from './tests';

/** Another script or another expected answer for a test. Refuses `test-unknown`, `too-large`. */
export async function updateTest({ prisma, clock }: TestDeps, caller: Caller, change: TestChange): Promise<void> {
  const { id } = change;
  const texts = testTexts(change);
  const { flowId, name } = await storedTest(prisma, caller, id);
  const now = clock.now();
  await prisma.$transaction([
    prisma.flowTest.update({
      where: { workspaceId_id: { workspaceId: caller.workspace.id, id } },
      data: { ...texts, updatedAt: BigInt(now), updatedBy: caller.userId },
    }),
    audit(prisma, caller, { at: now, action: 'test.updated', target: 'test', targetId: id, detail: { flowId, name, changed: Object.keys(texts) } }),
  ]);
}
