import type { CompiledFlow } from '@/flows/compiler/machine-json';
import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import { triggerWrites } from '@/lib/triggers/trigger-writes';
import { audit } from './audit';
import type { FlowDeps } from './flow-deps';
import { tellFlow } from './tell-flow';

/**
 * Takes a flow out of the list, or back. Conversations that run on it go on to their end. A flow that a channel starts
 * with is refused (`flow-connected`, with the channels' names): its customers would find nobody.
 */
export async function archiveFlow(deps: FlowDeps, caller: Caller, { id, archived }: { id: string; archived: boolean }): Promise<void> {
  const { prisma, clock } = deps;
  const workspaceId = caller.workspace.id;
  const flow = await prisma.flow.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  if (!flow) throw new Refusal('not-found', 'flow-unknown');
  if ((flow.archivedAt !== null) === archived) return;
  if (archived) {
    const connections = await prisma.channelConnection.findMany({ where: { workspaceId, flowId: id }, select: { name: true }, orderBy: { createdAt: 'asc' } });
    if (connections.length > 0) throw new Refusal('conflict', 'flow-connected', { connections: connections.map(({ name }) => name) });
  }
  const now = clock.now();
  // An archived flow hears nothing; taken back, it hears again what its published version waits for.
  const version = archived || flow.publishedVersionId === null ? null : await prisma.flowVersion.findUnique({ where: { workspaceId_id: { workspaceId, id: flow.publishedVersionId } } });
  const compiled = version?.compiled ? (JSON.parse(version.compiled) as CompiledFlow) : null;
  await prisma.$transaction([
    ...triggerWrites(prisma, { workspaceId, flowId: id, versionId: version?.id ?? '', triggers: compiled?.triggers ?? [], now }),
    prisma.flow.update({ where: { workspaceId_id: { workspaceId, id } }, data: { archivedAt: archived ? BigInt(now) : null } }),
    audit(prisma, caller, { at: now, action: archived ? 'flow.archived' : 'flow.restored', target: 'flow', targetId: id, detail: { name: flow.name } }),
  ]);
  tellFlow(deps, caller, id, flow.draftRevision);
  deps.triggersChanged();
}
