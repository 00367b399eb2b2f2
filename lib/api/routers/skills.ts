import { z } from 'zod';
import { authorised } from '../authorised';
import { idInput, nameTextInput, referenceKeyInput } from '../inputs';
import { trpc } from '../trpc';

const keyed = z.strictObject({ key: referenceKeyInput });

export const skillsRouter = trpc.router({
  /** Agents by skills, with their levels. */
  matrix: authorised('workspace.configure').query(({ ctx }) => ctx.services.settings.skills.matrix(ctx.caller)),
  create: authorised('workspace.configure')
    .input(z.strictObject({ name: nameTextInput, key: referenceKeyInput.optional() }))
    .mutation(({ ctx, input }) => ctx.services.settings.skills.create(ctx.caller, input)),
  rename: authorised('workspace.configure')
    .input(keyed.extend({ name: nameTextInput }))
    .mutation(({ ctx, input }) => ctx.services.settings.skills.rename(ctx.caller, input)),
  setLevel: authorised('workspace.configure')
    .input(keyed.extend({ userId: idInput, level: z.number().int().min(0).max(5) }))
    .mutation(({ ctx, input }) => ctx.services.settings.skills.setLevel(ctx.caller, input)),
  uses: authorised('workspace.configure').input(keyed).query(({ ctx, input }) => ctx.services.settings.skills.uses(ctx.caller, input.key)),
  remove: authorised('workspace.configure').input(keyed).mutation(({ ctx, input }) => ctx.services.settings.skills.remove(ctx.caller, input.key)),
});
