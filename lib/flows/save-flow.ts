import type { FlowDocument } from '@/flows/document/flow-document';
import { applyOperation, type Operation } from '@/flows/document/operations';
import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { FlowDeps } from './flow-deps';
import { staleRevision } from './stale-revision';
import { storedDraft } from './stored-draft';
import { tellFlow } from './tell-flow';
import { isUniqueViolation } from './unique-violation';

/**
 * Applies operations to the draft they were made for. Two saves on one revision: the second is refused with the draft
 * as it stands, so that its author's operations can be applied again on top. A save that was written and whose answer
 * was lost gets that answer when it is sent again: the same operations of the same author on the same revision.
 */
export async function saveFlow(deps: FlowDeps, caller: Caller, input: { id: string; baseRevision: number; operations: Operation[] }): Promise<{ revision: number }> {
  const { prisma, clock } = deps;
  const workspaceId = caller.workspace.id;
  const { id, baseRevision, operations } = input;
  const revision = baseRevision + 1;
  const { flow, document } = await storedDraft(prisma, caller, id);
  if (flow.draftRevision !== baseRevision) {
    if (await isWritten(prisma, caller, { id, revision, operations })) return { revision };
    throw staleRevision(flow.draftRevision, document);
  }
  const changed = applied(document, operations);
  const now = BigInt(clock.now());
  try {
    // The operations' key holds the revision: of two saves on one base, only one can be written.
    await prisma.$transaction([
      prisma.flowOperation.create({ data: { workspaceId, flowId: id, revision, operations: JSON.stringify(operations), authorId: caller.userId, at: now } }),
      prisma.flow.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { draft: JSON.stringify(changed), name: changed.name, draftRevision: revision, updatedAt: now, updatedBy: caller.userId },
      }),
    ]);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    if (await isWritten(prisma, caller, { id, revision, operations })) return { revision };
    const latest = await storedDraft(prisma, caller, id);
    throw staleRevision(latest.flow.draftRevision, latest.document);
  }
  tellFlow(deps, caller, id, revision);
  return { revision };
}

async function isWritten(prisma: AdminDatabase, caller: Caller, save: { id: string; revision: number; operations: readonly Operation[] }): Promise<boolean> {
  const workspaceId = caller.workspace.id;
  const written = await prisma.flowOperation.findUnique({ where: { workspaceId_flowId_revision: { workspaceId, flowId: save.id, revision: save.revision } } });
  return written?.authorId === caller.userId && written.operations === JSON.stringify(save.operations);
}

function applied(document: FlowDocument, operations: readonly Operation[]): FlowDocument {
  let current = document;
  for (const [index, operation] of operations.entries()) {
    const result = applyOperation(current, operation);
    if (!result.ok) throw new Refusal('invalid', 'bad-operation', { index, fault: result.code });
    current = result.document;
  }
  return current;
}
