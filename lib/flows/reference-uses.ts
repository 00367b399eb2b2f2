import type { FlowDocument } from '@/flows/document/flow-document';
import type { Reference } from '@/flows/nodes/define-node';
import type { Registry } from '@/flows/nodes/registry';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { flowDocuments } from './flow-documents';

/** A flow that names something of the workspace: in how many steps of its draft, and of the versions customers are in. */
export interface FlowUse {
  flowId: string;
  name: string;
  draft: number;
  live: number;
}

/** The flows that name a skill, a queue or a calendar: in a draft, in the published version, or in one still being run. */
export async function referenceUses({ prisma, registry }: { prisma: AdminDatabase; registry: Registry }, workspaceId: string, kind: Reference['kind'], key: string): Promise<FlowUse[]> {
  const flows = await flowDocuments(prisma, workspaceId);
  return flows
    .map(({ flowId, name, draft, live }) => ({
      flowId,
      name,
      draft: draft ? stepsNaming(draft, registry, kind, key) : 0,
      live: Math.max(0, ...live.map((document) => stepsNaming(document, registry, kind, key))),
    }))
    .filter(({ draft, live }) => draft > 0 || live > 0);
}

function stepsNaming(document: FlowDocument, registry: Registry, kind: Reference['kind'], key: string): number {
  return Object.values(document.nodes).filter((node) => {
    const type = registry.get(node.type);
    const data = type?.data.safeParse(node.data);
    return type !== undefined && data?.success === true && type.refs(data.data as never).some((reference) => reference.kind === kind && reference.key === key);
  }).length;
}
