import type { JsonObject } from '@/flows/document/json';
import type { Caller } from '@/lib/auth/caller';
import { audit } from '@/lib/flows/audit';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** What goes into the batch of every change of an article: the version that searches are recorded with, and who did it. */
export function knowledgeChange(prisma: AdminDatabase, caller: Caller, entry: { at: number; action: string; targetId: string; detail: JsonObject }) {
  return [
    prisma.workspace.update({ where: { id: caller.workspace.id }, data: { knowledgeVersion: { increment: 1 } }, select: { id: true } }),
    audit(prisma, caller, { ...entry, target: 'article' }),
  ] as const;
}
