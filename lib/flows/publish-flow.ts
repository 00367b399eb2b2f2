import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { FlowDeps } from './flow-deps';
import { makeVersion } from './make-version';
import { staleRevision } from './stale-revision';
import { readStoredDocument } from './read-stored-document';
import { storedFlow } from './stored-draft';
import { isUniqueViolation } from './unique-violation';

/**
 * Makes the draft of `revision` the version that new conversations take; running ones stay on theirs. A flow with
 * errors is refused with its diagnostics, a draft that changed since it was looked at is refused as stale.
 */
export async function publishFlow(deps: FlowDeps, caller: Caller, input: { id: string; revision: number; note?: string | undefined }): Promise<{ number: number; versionId: string }> {
  const { id, revision, note } = input;
  const flow = await storedFlow(deps.prisma, caller, id);
  if (flow.draftRevision !== revision) throw staleRevision(flow.draftRevision, readStoredDocument(flow.draft));
  const { number, versionId, writes } = await makeVersion(deps, caller, { flowId: id, document: flow.draft, revision, note: note || null });
  try {
    await deps.prisma.$transaction([...writes]);
  } catch (error) {
    // Two people published at once: the other's version has the number.
    if (isUniqueViolation(error)) throw new Refusal('conflict', 'published-meanwhile');
    throw error;
  }
  deps.triggersChanged();
  return { number, versionId };
}
