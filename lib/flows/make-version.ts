import { knownReferences } from '@/flows/compiler/references/known-references';
import type { Caller } from '@/lib/auth/caller';
import { newId } from '@/lib/ids';
import { triggerWrites } from '@/lib/triggers/trigger-writes';
import { Refusal } from '@/lib/refusal';
import { audit } from './audit';
import type { FlowDeps } from './flow-deps';
import type { NotSound } from './flow-views';
import { workspaceReferences } from './workspace-references';

interface Publication {
  flowId: string;
  /** As it is stored. */
  document: string;
  /** Of the draft that holds this document. */
  revision: number;
  note: string | null;
}

/**
 * A document as the next version of its flow: its number and id, and what to write, in one batch with what else
 * belongs to it. Refuses `not-sound` with the diagnostics. The batch fails on a unique key when somebody else published meanwhile.
 */
export async function makeVersion({ prisma, compileVersion, clock }: FlowDeps, caller: Caller, { flowId, document, revision, note }: Publication) {
  const workspaceId = caller.workspace.id;
  const versionId = newId();
  const references = knownReferences(await workspaceReferences(prisma, workspaceId), flowId);
  const compiled = await compileVersion({ versionId, document, references });
  if (!compiled.ok) throw new Refusal('conflict', 'not-sound', { diagnostics: compiled.diagnostics } satisfies NotSound);
  const last = await prisma.flowVersion.aggregate({ where: { workspaceId, flowId }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const now = clock.now();
  return {
    number,
    versionId,
    writes: [
      prisma.flowVersion.create({
        data: {
          workspaceId,
          id: versionId,
          flowId,
          number,
          document: compiled.document,
          compiled: compiled.compiled,
          hash: compiled.hash,
          note,
          publishedBy: caller.userId,
          publishedAt: BigInt(now),
        },
      }),
      prisma.flow.update({ where: { workspaceId_id: { workspaceId, id: flowId } }, data: { publishedVersionId: versionId, publishedRevision: revision } }),
      ...triggerWrites(prisma, { workspaceId, flowId, versionId, triggers: compiled.triggers, now }),
      audit(prisma, caller, { at: now, action: 'flow.published', target: 'flow', targetId: flowId, detail: { number, versionId, revision } }),
    ] as const,
  };
}
