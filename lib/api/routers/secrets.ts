import { z } from 'zod';
import { authorised } from '../authorised';
import { trpc } from '../trpc';

/** As templates write it after `secrets.`. */
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const name = z.string().trim().min(1).max(80);
/** Short ones could not be told from ordinary words where a service repeats them. */
const value = z.string().min(8).max(4096).regex(/^[^\p{Cc}]+$/u);

/** What flows send to services and nobody reads again. */
export const secretsRouter = trpc.router({
  list: authorised('secrets.manage').query(({ ctx }) => ctx.services.secrets.list(ctx.caller)),
  create: authorised('secrets.manage')
    .input(z.strictObject({ key, name, value }))
    .mutation(({ ctx, input }) => ctx.services.secrets.create(ctx.caller, input)),
  save: authorised('secrets.manage')
    .input(z.strictObject({ key, name, value: value.optional() }))
    .mutation(({ ctx, input }) => ctx.services.secrets.save(ctx.caller, input)),
  uses: authorised('secrets.manage').input(z.strictObject({ key })).query(({ ctx, input }) => ctx.services.secrets.uses(ctx.caller, input.key)),
  remove: authorised('secrets.manage').input(z.strictObject({ key })).mutation(({ ctx, input }) => ctx.services.secrets.remove(ctx.caller, input.key)),
});
