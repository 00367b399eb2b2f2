import type { FlowDocument } from '@/flows/document/flow-document';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { readStoredDocument } from './read-stored-document';

/** A flow as it is drawn (null when archived), and its versions that customers meet or are still in. */
export interface FlowDocuments {
  flowId: string;
  name: string;
  draft: FlowDocument | null;
  live: FlowDocument[];
}

/** Every flow of a workspace that somebody may still change or run. */
export async function flowDocuments(prisma: AdminDatabase, workspaceId: string): Promise<FlowDocuments[]> {
  const [flows, running] = await Promise.all([
    prisma.flow.findMany({ where: { workspaceId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
    prisma.flowSession.findMany({ where: { workspaceId, status: 'active' }, distinct: ['flowVersionId'], select: { flowVersionId: true } }),
  ]);
  const wanted = new Set(running.map(({ flowVersionId }) => flowVersionId));
  for (const { archivedAt, publishedVersionId } of flows) if (archivedAt === null && publishedVersionId !== null) wanted.add(publishedVersionId);
  const versions = await prisma.flowVersion.findMany({ where: { workspaceId, id: { in: [...wanted] } }, select: { flowId: true, document: true } });
  return flows.map(({ id, name, archivedAt, draft }) => ({
    flowId: id,
    name,
    draft: archivedAt === null ? readStoredDocument(draft) : null,
    live: versions.filter(({ flowId }) => flowId === id).map(({ document }) => readStoredDocument(document)),
  }));
}
