import type { FlowDocument } from '@/flows/document/flow-document';
import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { Flow } from '@/lib/store/prisma/generated/client';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { readStoredDocument } from './read-stored-document';

/** A flow of the caller's workspace with its draft read. Refuses `flow-unknown`, archived ones too. */
export async function storedDraft(prisma: AdminDatabase, caller: Caller, id: string): Promise<{ flow: Flow; document: FlowDocument }> {
  const flow = await storedFlow(prisma, caller, id);
  return { flow, document: readStoredDocument(flow.draft) };
}

/** The same, unread: reading thousands of steps takes a tenth of a second. */
export async function storedFlow(prisma: AdminDatabase, caller: Caller, id: string): Promise<Flow> {
  const flow = await prisma.flow.findUnique({ where: { workspaceId_id: { workspaceId: caller.workspace.id, id } } });
  if (!flow || flow.archivedAt !== null) throw new Refusal('not-found', 'flow-unknown');
  return flow;
}
