import { createHash } from 'node:crypto';
import { compile } from '@/flows/compiler/compile';
import type { Caller } from '@/lib/auth/caller';
import { newId } from '@/lib/ids';
import { Refusal } from '@/lib/refusal';
import { audit } from './audit';
import type { FlowDeps } from './flow-deps';
import type { NotSound } from './flow-views';
import { staleRevision } from './stale-revision';
import { storedDraft } from './stored-draft';
import { isUniqueViolation } from './unique-violation';
import { workspaceReferences } from './workspace-references';

/**
 * Makes the draft of `revision` the version that new conversations take; running ones stay on theirs. A flow with
 * errors is refused with its diagnostics, a draft that changed since it was looked at is refused as stale.
 */
export async function publishFlow({ prisma, registry, clock }: FlowDeps, caller: Caller, input: { id: string; revision: number; note?: string | undefined }): Promise<{ number: number; versionId: string }> {
  const workspaceId = caller.workspace.id;
  const { id, revision, note } = input;
  const { flow, document } = await storedDraft(prisma, caller, id);
  if (flow.draftRevision !== revision) throw staleRevision(flow.draftRevision, document);
  const { skills, queues, calendars } = await workspaceReferences(prisma, workspaceId);
  const versionId = newId();
  const compiled = compile(document, {
    ref: versionId,
    registry,
    references: { skills: skills.map(({ key }) => key), queues: queues.map(({ key }) => key), calendars: calendars.map(({ key }) => key) },
  });
  if (!compiled.ok) throw new Refusal('conflict', 'not-sound', { diagnostics: compiled.diagnostics } satisfies NotSound);
  const last = await prisma.flowVersion.aggregate({ where: { workspaceId, flowId: id }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const text = JSON.stringify(document);
  const now = clock.now();
  try {
    await prisma.$transaction([
      prisma.flowVersion.create({
        data: {
          workspaceId,
          id: versionId,
          flowId: id,
          number,
          document: text,
          compiled: JSON.stringify(compiled.flow),
          hash: createHash('sha256').update(text).digest('hex'),
          note: note || null,
          publishedBy: caller.userId,
          publishedAt: BigInt(now),
        },
      }),
      prisma.flow.update({ where: { workspaceId_id: { workspaceId, id } }, data: { publishedVersionId: versionId, publishedRevision: revision } }),
      audit(prisma, caller, { at: now, action: 'flow.published', target: 'flow', targetId: id, detail: { number, versionId, revision } }),
    ]);
  } catch (error) {
    // Two people published at once: the other's version has the number.
    if (isUniqueViolation(error)) throw new Refusal('conflict', 'published-meanwhile');
    throw error;
  }
  return { number, versionId };
}
