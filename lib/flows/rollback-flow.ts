import { applyOperation } from '@/flows/document/operations';
import { operationsBetween } from '@/flows/document/operations-between';
import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { FlowDeps } from './flow-deps';
import { getVersion } from './get-version';
import { makeVersion } from './make-version';
import { staleRevision } from './stale-revision';
import { storedDraft } from './stored-draft';
import { tellFlow } from './tell-flow';
import { isUniqueViolation } from './unique-violation';

/**
 * Makes an older version the draft, as one more change that can be undone, and publishes it as a new version; the
 * flow keeps its name, and no version is lost. Refuses `stale-revision` when the draft changed since it was looked at,
 * `not-sound` when what the old version names is gone, `version-unknown`, `published-meanwhile`.
 */
export async function rollbackFlow(
  deps: FlowDeps,
  caller: Caller,
  input: { id: string; number: number; revision: number; note: string },
): Promise<{ number: number; versionId: string; revision: number }> {
  const { prisma, clock } = deps;
  const workspaceId = caller.workspace.id;
  const { id } = input;
  const { flow, document: draft } = await storedDraft(prisma, caller, id);
  if (flow.draftRevision !== input.revision) throw staleRevision(flow.draftRevision, draft);
  const old = await getVersion(deps, caller, { id, number: input.number });
  const back = operationsBetween(draft, { ...old.document, name: flow.name });
  const applied = back && applyOperation(draft, back);
  if (applied && !applied.ok) throw new Error(`rolling back: ${applied.message}`);
  const document = applied ? applied.document : draft;
  const revision = input.revision + (back ? 1 : 0);
  const { number, versionId, writes } = await makeVersion(deps, caller, { flowId: id, document: JSON.stringify(document), revision, note: input.note });
  const at = BigInt(clock.now());
  const change = back
    ? [
        prisma.flowOperation.create({ data: { workspaceId, flowId: id, revision, operations: JSON.stringify([back]), authorId: caller.userId, at } }),
        prisma.flow.update({
          where: { workspaceId_id: { workspaceId, id } },
          data: { draft: JSON.stringify(document), draftRevision: revision, updatedAt: at, updatedBy: caller.userId },
        }),
      ]
    : [];
  try {
    await prisma.$transaction([...change, ...writes]);
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('conflict', 'published-meanwhile');
    throw error;
  }
  tellFlow(deps, caller, id, revision);
  deps.triggersChanged();
  return { number, versionId, revision };
}
