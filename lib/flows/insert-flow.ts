import type { FlowDocument } from '@/flows/document/flow-document';
import type { Json } from '@/flows/document/json';
import type { Caller } from '@/lib/auth/caller';
import { newId } from '@/lib/ids';
import { audit } from './audit';
import type { FlowDeps } from './flow-deps';
import { tellFlow } from './tell-flow';

interface NewFlow {
  document: FlowDocument;
  /** Golden conversations, as the texts the table keeps; listed in this order, a millisecond apart. */
  tests?: readonly { name: string; script: string; transcript: string }[];
  /** What the audit tells beside the name: where the flow comes from. */
  detail?: { [key: string]: Json };
}

/** Writes a new flow with its golden conversations: all of it or nothing. Its name is its document's. */
export async function insertFlow(deps: FlowDeps, caller: Caller, { document, tests = [], detail = {} }: NewFlow): Promise<{ id: string }> {
  const { prisma, clock } = deps;
  const workspaceId = caller.workspace.id;
  const id = newId();
  const now = clock.now();
  const at = BigInt(now);
  const { name } = document;
  const written = { createdAt: at, updatedAt: at, updatedBy: caller.userId };
  await prisma.$transaction([
    prisma.flow.create({ data: { workspaceId, id, name, draft: JSON.stringify(document), ...written } }),
    prisma.flowTest.createMany({ data: tests.map((test, index) => ({ workspaceId, id: newId(), flowId: id, ...test, ...written, createdAt: at + BigInt(index), createdBy: caller.userId })) }),
    audit(prisma, caller, { at: now, action: 'flow.created', target: 'flow', targetId: id, detail: { name, ...detail } }),
  ]);
  tellFlow(deps, caller, id, 0);
  return { id };
}
