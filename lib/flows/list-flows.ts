import type { FlowDocument } from '@/flows/document/flow-document';
import type { Registry } from '@/flows/nodes/registry';
import type { Caller } from '@/lib/auth/caller';
import { agentNames } from '@/lib/inbox/agent-names';
import type { FlowCard } from './flow-views';
import type { FlowDeps } from './flow-deps';
import { readStoredDocument } from './stored-draft';

/** The workspace's flows, the one changed last first. */
export async function listFlows({ prisma, registry }: FlowDeps, caller: Caller): Promise<FlowCard[]> {
  const workspaceId = caller.workspace.id;
  const flows = await prisma.flow.findMany({ where: { workspaceId, archivedAt: null }, orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }] });
  const [versions, open, names] = await Promise.all([
    prisma.flowVersion.findMany({ where: { workspaceId }, select: { id: true, flowId: true, number: true, publishedAt: true } }),
    prisma.case.groupBy({ by: ['flowVersionId'], where: { workspaceId, closedAt: null, flowVersionId: { not: null } }, _count: true }),
    agentNames(prisma, workspaceId, flows.map(({ updatedBy }) => updatedBy)),
  ]);
  const running = new Map(open.map(({ flowVersionId, _count }) => [flowVersionId, _count]));
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
    };
  });
}

function thumbnail(document: FlowDocument, registry: Registry): FlowCard['thumbnail'] {
  return {
    nodes: Object.values(document.nodes).map(({ type, position }) => ({ ...position, family: registry.get(type)?.family ?? 'act' })),
  };
}
