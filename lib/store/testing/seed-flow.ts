import type { FlowDocument } from '@/flows/document/flow-document';
import type { AdminDatabase } from '../prisma/lane-prisma';

const AT = 1_767_600_000_000n;

/** For tests: one more published flow of a workspace; gives its version's id. */
export async function seedFlow(db: AdminDatabase, workspaceId: string, id: string, document: FlowDocument): Promise<string> {
  const versionId = `${workspaceId}-${id}-v1`;
  await db.flow.create({ data: { workspaceId, id, name: document.name, draft: JSON.stringify(document), publishedVersionId: versionId, createdAt: AT, updatedAt: AT } });
  await db.flowVersion.create({ data: { workspaceId, id: versionId, flowId: id, number: 1, document: JSON.stringify(document), hash: 'test', publishedAt: AT } });
  return versionId;
}
