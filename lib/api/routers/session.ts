import { LOCALES } from '@/lib/i18n/messages';
import { z } from 'zod';
import { authorised } from '../authorised';
import { trpc } from '../trpc';

export const sessionRouter = trpc.router({
  me: authorised('account.own').query(({ ctx }) => ctx.services.accounts.me(ctx.caller)),
  setPreferences: authorised('account.own')
    .input(z.strictObject({ locale: z.enum(LOCALES).optional(), theme: z.enum(['system', 'light', 'dark']).optional() }))
    .mutation(({ ctx, input }) => ctx.services.accounts.setPreferences(ctx.caller, input)),
});
