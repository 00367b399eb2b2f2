import type { Caller } from '@/lib/auth/caller';
import { audit } from '@/lib/flows/audit';
import { storedDraft } from '@/lib/flows/stored-draft';
import { isUniqueViolation } from '@/lib/flows/unique-violation';
import { newId } from '@/lib/ids';
import { Refusal } from '@/lib/refusal';
import type { TestDeps } from './test-deps';
import { testTexts } from './test-texts';
import type { NewTest } from './tests';

/** Keeps a conversation as a test, or brings a removed one back under its id. Refuses `flow-unknown`, `too-large`, `conflict`. */
export async function createTest({ prisma, clock }: TestDeps, caller: Caller, test: NewTest): Promise<{ id: string }> {
  const { id = newId(), flowId, name } = test;
  const { script = '', transcript = '' } = testTexts(test);
  await storedDraft(prisma, caller, flowId);
  const now = clock.now();
  const made = { createdAt: BigInt(now), createdBy: caller.userId, updatedAt: BigInt(now), updatedBy: caller.userId };
  try {
    await prisma.$transaction([
      prisma.flowTest.create({ data: { workspaceId: caller.workspace.id, id, flowId, name, script, transcript, ...made } }),
      audit(prisma, caller, { at: now, action: 'test.created', target: 'test', targetId: id, detail: { flowId, name } }),
    ]);
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('conflict', 'conflict');
    throw error;
  }
  return { id };
}
