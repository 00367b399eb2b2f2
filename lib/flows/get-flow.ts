import type { Caller } from '@/lib/auth/caller';
import { agentNames } from '@/lib/inbox/agent-names';
import type { FlowDeps } from './flow-deps';
import type { FlowView } from './flow-views';
import { storedDraft } from './stored-draft';

/** One flow with its draft, as the studio opens it. Refuses `flow-unknown`. */
export async function getFlow({ prisma }: FlowDeps, caller: Caller, id: string): Promise<FlowView> {
  const workspaceId = caller.workspace.id;
  const { flow, document } = await storedDraft(prisma, caller, id);
  const [version, connections] = await Promise.all([
    flow.publishedVersionId === null ? null : prisma.flowVersion.findUnique({ where: { workspaceId_id: { workspaceId, id: flow.publishedVersionId } } }),
    prisma.channelConnection.findMany({ where: { workspaceId, flowId: id }, select: { name: true, publicKey: true, channel: true }, orderBy: { createdAt: 'asc' } }),
  ]);
  const names = await agentNames(prisma, workspaceId, [version?.publishedBy]);
  return {
    id,
    name: flow.name,
    document,
    revision: flow.draftRevision,
    published: version && {
      versionId: version.id,
      number: version.number,
      at: Number(version.publishedAt),
      byName: names.get(version.publishedBy ?? '') ?? '',
      draftRevision: flow.publishedRevision,
    },
    connections,
  };
}
