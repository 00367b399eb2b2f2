import type { FlowDocument } from '@/flows/document/flow-document';
import { parseDocument } from '@/flows/document/parse-document';
import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { Flow } from '@/lib/store/prisma/generated/client';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** A flow of the caller's workspace with its draft read. Refuses `flow-unknown`, archived ones too. */
export async function storedDraft(prisma: AdminDatabase, caller: Caller, id: string): Promise<{ flow: Flow; document: FlowDocument }> {
  const flow = await prisma.flow.findUnique({ where: { workspaceId_id: { workspaceId: caller.workspace.id, id } } });
  if (!flow || flow.archivedAt !== null) throw new Refusal('not-found', 'flow-unknown');
  return { flow, document: readStoredDocument(flow.draft) };
}

/** A stored document, brought to the newest format. Throws on a text this program cannot have written. */
export function readStoredDocument(text: string): FlowDocument {
  const parsed = parseDocument(JSON.parse(text));
  if (!parsed.ok) throw new Error(`a stored flow cannot be read: ${parsed.problems.map(({ code, path }) => `${code} ${path}`).join(', ')}`);
  return parsed.document;
}
