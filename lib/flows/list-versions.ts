import type { Caller } from '@/lib/auth/caller';
import { agentNames } from '@/lib/inbox/agent-names';
import { Refusal } from '@/lib/refusal';
import type { FlowDeps } from './flow-deps';
import type { VersionRow } from './flow-views';
import { runningOn } from './running-on';

/** The published versions of a flow, an archived one too, the newest first. Refuses `flow-unknown`. */
export async function listVersions({ prisma }: Pick<FlowDeps, 'prisma'>, caller: Caller, id: string): Promise<VersionRow[]> {
  const workspaceId = caller.workspace.id;
  const flow = await prisma.flow.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: { publishedVersionId: true } });
  if (!flow) throw new Refusal('not-found', 'flow-unknown');
  const versions = await prisma.flowVersion.findMany({
    where: { workspaceId, flowId: id },
    select: { id: true, number: true, note: true, publishedBy: true, publishedAt: true },
    orderBy: { number: 'desc' },
  });
  const [running, names] = await Promise.all([runningOn(prisma, workspaceId), agentNames(prisma, workspaceId, versions.map(({ publishedBy }) => publishedBy))]);
  return versions.map((version) => ({
    number: version.number,
    at: Number(version.publishedAt),
    byName: names.get(version.publishedBy ?? '') ?? '',
    note: version.note,
    activeConversations: running.get(version.id) ?? 0,
    current: version.id === flow.publishedVersionId,
  }));
}
