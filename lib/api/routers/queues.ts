import { z } from 'zod';
import { authorised } from '../authorised';
import { idInput, nameTextInput, referenceKeyInput } from '../inputs';
import { trpc } from '../trpc';

const keyed = z.strictObject({ key: referenceKeyInput });
const membersInput = z.array(idInput).max(2000);

export const queuesRouter = trpc.router({
  list: authorised('workspace.configure').query(({ ctx }) => ctx.services.settings.queues.list(ctx.caller)),
  create: authorised('workspace.configure')
    .input(z.strictObject({ name: nameTextInput, key: referenceKeyInput.optional(), members: membersInput }))
    .mutation(({ ctx, input }) => ctx.services.settings.queues.create(ctx.caller, input)),
  save: authorised('workspace.configure')
    .input(keyed.extend({ name: nameTextInput, members: membersInput }))
    .mutation(({ ctx, input }) => ctx.services.settings.queues.save(ctx.caller, input)),
  makeDefault: authorised('workspace.configure').input(keyed).mutation(({ ctx, input }) => ctx.services.settings.queues.makeDefault(ctx.caller, input.key)),
  uses: authorised('workspace.configure').input(keyed).query(({ ctx, input }) => ctx.services.settings.queues.uses(ctx.caller, input.key)),
  remove: authorised('workspace.configure').input(keyed).mutation(({ ctx, input }) => ctx.services.settings.queues.remove(ctx.caller, input.key)),
});
