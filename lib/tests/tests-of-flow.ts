import type { Caller } from '@/lib/auth/caller';
import { storedDraft } from '@/lib/flows/stored-draft';
import { agentNames } from '@/lib/inbox/agent-names';
import type { TestDeps } from './test-deps';
import { testView } from './test-view';
import type { FlowTestView } from './test-views';

/** A flow's tests, in the order they were made. Refuses `flow-unknown`. */
export async function testsOfFlow({ prisma }: TestDeps, caller: Caller, flowId: string): Promise<FlowTestView[]> {
  const workspaceId = caller.workspace.id;
  await storedDraft(prisma, caller, flowId);
  const rows = await prisma.flowTest.findMany({ where: { workspaceId, flowId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  const names = await agentNames(prisma, workspaceId, rows.map(({ updatedBy }) => updatedBy));
  return rows.map((row) => testView(row, names));
}
