import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** Names of members by id, of one workspace: nobody learns the name of another workspace's people. */
export async function agentNames(prisma: AdminDatabase, workspaceId: string, ids: Iterable<string | null | undefined>): Promise<Map<string, string>> {
  const wanted = [...new Set([...ids].filter((id) => typeof id === 'string'))];
  if (wanted.length === 0) return new Map();
  const members = await prisma.membership.findMany({ where: { workspaceId, userId: { in: wanted } }, select: { user: { select: { id: true, name: true } } } });
  return new Map(members.map(({ user }) => [user.id, user.name]));
}
