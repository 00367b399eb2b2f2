import { z } from 'zod';
import { authorised } from '../authorised';
import { trpc } from '../trpc';

export const presenceRouter = trpc.router({
  set: authorised('inbox.answer')
    .input(z.strictObject({ presence: z.enum(['available', 'away', 'offline']) }))
    .mutation(({ ctx, input }) => ctx.services.inbox.setPresence(ctx.caller, input.presence)),
});
