import type { KeysByKind } from '@/flows/compiler/references/missing-references';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { workspaceReferences } from './workspace-references';

/** The keys of the skills, queues and calendars of a workspace. */
export async function knownKeys(prisma: AdminDatabase, workspaceId: string): Promise<KeysByKind> {
  const { skills, queues, calendars } = await workspaceReferences(prisma, workspaceId);
  return { skill: skills.map(({ key }) => key), queue: queues.map(({ key }) => key), calendar: calendars.map(({ key }) => key) };
}
