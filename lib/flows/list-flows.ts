import type { Caller } from '@/lib/auth/caller';
import { agentNames } from '@/lib/inbox/agent-names';
import type { FlowCard } from './flow-views';
import type { FlowDeps } from './flow-deps';
import { runningOn } from './running-on';
import { readStoredDocument } from './read-stored-document';
import { thumbnail } from './thumbnail';

/** The workspace's flows, those in use or those put away, the one changed last first. */
export async function listFlows({ prisma, registry }: FlowDeps, caller: Caller, archived: boolean): Promise<FlowCard[]> {
  const workspaceId = caller.workspace.id;
  const flows = await prisma.flow.findMany({ where: { workspaceId, archivedAt: archived ? { not: null } : null }, orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }] });
  const [versions, running, names, connections] = await Promise.all([
    prisma.flowVersion.findMany({ where: { workspaceId }, select: { id: true, flowId: true, number: true, publishedAt: true } }),
    runningOn(prisma, workspaceId),
    agentNames(prisma, workspaceId, flows.map(({ updatedBy }) => updatedBy)),
    prisma.channelConnection.findMany({ where: { workspaceId, flowId: { not: null } }, select: { flowId: true, name: true }, orderBy: { createdAt: 'asc' } }),
  ]);
  return flows.map((flow) => {
    const document = readStoredDocument(flow.draft);
    const own = versions.filter(({ flowId }) => flowId === flow.id);
    const published = own.find(({ id }) => id === flow.publishedVersionId);
    return {
      id: flow.id,
      name: flow.name,
      updatedAt: Number(flow.updatedAt),
      updatedBy: flow.updatedBy === null ? null : { id: flow.updatedBy, name: names.get(flow.updatedBy) ?? '' },
      published: published ? { number: published.number, at: Number(published.publishedAt) } : null,
      nodeCount: Object.keys(document.nodes).length,
      activeConversations: own.reduce((sum, { id }) => sum + (running.get(id) ?? 0), 0),
      thumbnail: thumbnail(document, registry),
      changedSincePublish: flow.publishedRevision !== null && flow.publishedRevision !== flow.draftRevision,
      connections: connections.flatMap(({ flowId, name }) => (flowId === flow.id ? [name] : [])),
    };
  });
}
