import { flowDocumentSchema, type FlowDocument } from '@/flows/document/flow-document';
import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { Flow } from '@/lib/store/prisma/generated/client';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** A flow of the caller's workspace with its draft read. Refuses `flow-unknown`, archived ones too. */
export async function storedDraft(prisma: AdminDatabase, caller: Caller, id: string): Promise<{ flow: Flow; document: FlowDocument }> {
  const flow = await prisma.flow.findUnique({ where: { workspaceId_id: { workspaceId: caller.workspace.id, id } } });
  if (!flow || flow.archivedAt !== null) throw new Refusal('not-found', 'flow-unknown');
  return { flow, document: readDraft(flow.draft) };
}

/** The draft's text as a document. Throws on a text this program cannot have written. */
export function readDraft(text: string): FlowDocument {
  return flowDocumentSchema.parse(JSON.parse(text));
}
