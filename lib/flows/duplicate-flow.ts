import type { Caller } from '@/lib/auth/caller';
import type { FlowDeps } from './flow-deps';
import { insertFlow } from './insert-flow';
import { storedDraft } from './stored-draft';

/** A new flow with the draft and the golden conversations of another; its versions and its channels stay there. Refuses `flow-unknown`. */
export async function duplicateFlow(deps: FlowDeps, caller: Caller, input: { id: string; name: string }): Promise<{ id: string }> {
  const { document } = await storedDraft(deps.prisma, caller, input.id);
  const tests = await deps.prisma.flowTest.findMany({
    where: { workspaceId: caller.workspace.id, flowId: input.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { name: true, script: true, transcript: true },
  });
  return insertFlow(deps, caller, { document: { ...document, name: input.name }, tests, detail: { copyOf: input.id } });
}
