import type { Caller } from '@/lib/auth/caller';
import { agentNames } from '@/lib/inbox/agent-names';
import { Refusal } from '@/lib/refusal';
import type { FlowDeps } from './flow-deps';
import type { VersionView } from './flow-views';
import { readStoredDocument } from './read-stored-document';

/** One published version with its document, in the newest format. Refuses `version-unknown`. */
export async function getVersion({ prisma }: Pick<FlowDeps, 'prisma'>, caller: Caller, { id, number }: { id: string; number: number }): Promise<VersionView> {
  const workspaceId = caller.workspace.id;
  const version = await prisma.flowVersion.findUnique({ where: { workspaceId_flowId_number: { workspaceId, flowId: id, number } } });
  if (!version) throw new Refusal('not-found', 'version-unknown');
  const names = await agentNames(prisma, workspaceId, [version.publishedBy]);
  return { number, document: readStoredDocument(version.document), note: version.note, byName: names.get(version.publishedBy ?? '') ?? '', at: Number(version.publishedAt) };
}
