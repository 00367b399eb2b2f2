import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { FlowTest } from '@/lib/store/prisma/generated/client';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** A test of the caller's workspace. Refuses `test-unknown`, those of archived flows too. */
export async function storedTest(prisma: AdminDatabase, caller: Caller, id: string): Promise<FlowTest> {
  const test = await prisma.flowTest.findFirst({ where: { workspaceId: caller.workspace.id, id, flow: { archivedAt: null } } });
  if (!test) throw new Refusal('not-found', 'test-unknown');
  return test;
}
