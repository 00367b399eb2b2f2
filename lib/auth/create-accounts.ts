import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { Accounts } from './accounts';
import { agentState } from './agent-state';

/** Accounts over the database. */
export function createAccounts(prisma: AdminDatabase): Accounts {
  return {
    async me(caller) {
      const { userId, name, email, workspace, roles, permissions, locale, theme } = caller;
      return { user: { id: userId, name, email }, workspace, roles, permissions, locale, theme, agent: await agentState(prisma, caller) };
    },
    async setPreferences(caller, { locale, theme }) {
      await prisma.user.update({
        where: { id: caller.userId },
        data: { ...(locale !== undefined && { locale }), ...(theme !== undefined && { theme }) },
      });
    },
  };
}
