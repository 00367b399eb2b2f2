import type { Caller } from '@/lib/auth/caller';
import { agentNames } from '@/lib/inbox/agent-names';
import type { FlowDeps } from './flow-deps';
import type { VersionCard } from './flow-views';
import { storedDraft } from './stored-draft';

/** The published versions of a flow, the newest first. Refuses `flow-unknown`. */
export async function listVersions({ prisma }: FlowDeps, caller: Caller, id: string): Promise<VersionCard[]> {
  const workspaceId = caller.workspace.id;
  await storedDraft(prisma, caller, id);
  const versions = await prisma.flowVersion.findMany({
    where: { workspaceId, flowId: id },
    select: { number: true, note: true, publishedBy: true, publishedAt: true },
    orderBy: { number: 'desc' },
  });
  const names = await agentNames(prisma, workspaceId, versions.map(({ publishedBy }) => publishedBy));
  return versions.map(({ number, note, publishedBy, publishedAt }) => ({ number, note, byName: names.get(publishedBy ?? '') ?? '', at: Number(publishedAt) }));
}
