import { z } from 'zod';
import { authorised } from '../authorised';
import { idInput, keyInput, textInput } from '../inputs';
import { trpc } from '../trpc';

const byId = z.strictObject({ id: idInput });
const written = z.strictObject({ id: idInput, key: keyInput, text: textInput });

export const inboxRouter = trpc.router({
  counts: authorised('inbox.read').query(({ ctx }) => ctx.services.inbox.counts(ctx.caller)),
  list: authorised('inbox.read')
    .input(z.strictObject({ view: z.enum(['mine', 'waiting', 'offered']) }))
    .query(({ ctx, input }) => ctx.services.inbox.list(ctx.caller, input.view)),
  conversation: authorised('inbox.read')
    .input(byId)
    .query(({ ctx, input }) => ctx.services.inbox.conversation(ctx.caller, input.id)),
  accept: authorised('inbox.answer')
    .input(byId)
    .mutation(({ ctx, input }) => ctx.services.inbox.accept(ctx.caller, input.id)),
  decline: authorised('inbox.answer')
    .input(byId)
    .mutation(({ ctx, input }) => ctx.services.inbox.decline(ctx.caller, input.id)),
  release: authorised('inbox.answer')
    .input(byId)
    .mutation(({ ctx, input }) => ctx.services.inbox.release(ctx.caller, input.id)),
  reply: authorised('inbox.answer')
    .input(written)
    .mutation(({ ctx, input }) => ctx.services.inbox.reply(ctx.caller, input)),
  note: authorised('inbox.answer')
    .input(written)
    .mutation(({ ctx, input }) => ctx.services.inbox.note(ctx.caller, input)),
  close: authorised('inbox.answer')
    .input(z.strictObject({ id: idInput, disposition: z.string().regex(/^[a-z0-9-]{1,40}$/).optional() }))
    .mutation(({ ctx, input }) => ctx.services.inbox.close(ctx.caller, input)),
  typing: authorised('inbox.answer')
    .input(z.strictObject({ id: idInput, active: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.inbox.typing(ctx.caller, input)),
});
