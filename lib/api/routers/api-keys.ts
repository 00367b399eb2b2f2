import { z } from 'zod';
import { authorised } from '../authorised';
import { idInput } from '../inputs';
import { trpc } from '../trpc';

export const apiKeysRouter = trpc.router({
  list: authorised('api-keys.manage').query(({ ctx }) => ctx.services.settings.apiKeys.list(ctx.caller)),
  /** Tells the key, this once. */
  create: authorised('api-keys.manage')
    .input(z.strictObject({ name: z.string().trim().min(1).max(80) }))
    .mutation(({ ctx, input }) => ctx.services.settings.apiKeys.create(ctx.caller, input)),
  revoke: authorised('api-keys.manage')
    .input(z.strictObject({ id: idInput }))
    .mutation(({ ctx, input }) => ctx.services.settings.apiKeys.revoke(ctx.caller, input.id)),
});
