import { localizedTextSchema } from '@/flows/document/localized-text';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { References } from './flow-views';

/** The skills, queues, calendars and secrets (never their values) a flow of this workspace may name, in the order of their keys, and the channel connections, the oldest first. */
export async function workspaceReferences(prisma: AdminDatabase, workspaceId: string): Promise<References> {
  const [skills, queues, calendars, secrets, connections] = await Promise.all([
    prisma.skill.findMany({ where: { workspaceId }, orderBy: { key: 'asc' } }),
    prisma.queue.findMany({ where: { workspaceId }, orderBy: { key: 'asc' } }),
    prisma.calendar.findMany({ where: { workspaceId }, orderBy: { key: 'asc' }, select: { key: true, name: true } }),
    prisma.secret.findMany({ where: { workspaceId }, orderBy: { key: 'asc' }, select: { key: true, name: true } }),
    prisma.channelConnection.findMany({ where: { workspaceId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { publicKey: true, name: true, flowId: true } }),
  ]);
  return {
    skills: skills.map(({ key, name }) => ({ key, name: localizedTextSchema.parse(JSON.parse(name)) })),
    queues: queues.map(({ key, name, isDefault }) => ({ key, name: localizedTextSchema.parse(JSON.parse(name)), isDefault })),
    calendars: calendars.map(({ key, name }) => ({ key, name: localizedTextSchema.parse(JSON.parse(name)) })),
    secrets,
    connections: connections.map(({ publicKey, name, flowId }) => ({ key: publicKey, name, flowId })),
  };
}
