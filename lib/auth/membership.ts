import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { toAppLocale } from '@/lib/i18n/locales';
import { z } from 'zod';
import type { Caller } from './caller';
import { permissionsOf } from './permissions';
import { roleSchema } from './roles';

const languagesSchema = z.array(z.string()).min(1);
const themeSchema = z.enum(['system', 'light', 'dark']).catch('system');

/**
 * The caller behind a user: his oldest membership, its workspace and roles. Null for a user who belongs nowhere, or no longer.
 * `locale` is used until he has chosen a language.
 */
export async function callerOf(prisma: AdminDatabase, userId: string, locale: string): Promise<Caller | null> {
  const membership = await prisma.membership.findFirst({
    where: { userId, removedAt: null },
    orderBy: [{ createdAt: 'asc' }, { workspaceId: 'asc' }],
    include: { roles: true, workspace: true, user: true },
  });
  if (!membership) return null;
  const { user, workspace } = membership;
  const roles = membership.roles.flatMap(({ role }) => roleSchema.safeParse(role).data ?? []);
  return {
    userId,
    name: user.name,
    email: user.email,
    workspace: { id: workspace.id, name: workspace.name, languages: languagesSchema.parse(JSON.parse(workspace.languages)) },
    roles,
    permissions: permissionsOf(roles),
    locale: toAppLocale(user.locale ?? locale),
    theme: themeSchema.parse(user.theme),
  };
}
