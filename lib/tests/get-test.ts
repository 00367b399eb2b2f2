import type { Caller } from '@/lib/auth/caller';
import { agentNames } from '@/lib/inbox/agent-names';
import { storedTest } from './stored-test';
import type { TestDeps } from './test-deps';
import { testView } from './test-view';
import type { FlowTestView } from './test-views';

/** One test. Refuses `test-unknown`. */
export async function getTest({ prisma }: TestDeps, caller: Caller, id: string): Promise<FlowTestView> {
  const row = await storedTest(prisma, caller, id);
  return testView(row, await agentNames(prisma, caller.workspace.id, [row.updatedBy]));
}
