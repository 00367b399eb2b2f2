import { scriptSchema } from '@/flows/simulator/script';
import { transcriptSchema } from '@/flows/simulator/transcript-schema';
import { z } from 'zod';
import { authorised } from '../authorised';
import { idInput } from '../inputs';
import { trpc } from '../trpc';

const nameInput = z.string().trim().min(1).max(120);
const one = z.strictObject({ id: idInput });

export const testsRouter = trpc.router({
  /** Every flow with the number of its tests. */
  list: authorised('flows.test').query(({ ctx }) => ctx.services.tests.list(ctx.caller)),
  ofFlow: authorised('flows.test')
    .input(z.strictObject({ flowId: idInput }))
    .query(({ ctx, input }) => ctx.services.tests.ofFlow(ctx.caller, input.flowId)),
  get: authorised('flows.test')
    .input(one)
    .query(({ ctx, input }) => ctx.services.tests.get(ctx.caller, input.id)),
  create: authorised('flows.test')
    .input(z.strictObject({ id: idInput.optional(), flowId: idInput, name: nameInput, script: scriptSchema, transcript: transcriptSchema }))
    .mutation(({ ctx, input }) => ctx.services.tests.create(ctx.caller, input)),
  rename: authorised('flows.test')
    .input(z.strictObject({ id: idInput, name: nameInput }))
    .mutation(({ ctx, input }) => ctx.services.tests.rename(ctx.caller, input)),
  update: authorised('flows.test')
    .input(z.strictObject({ id: idInput, script: scriptSchema.optional(), transcript: transcriptSchema.optional() }))
    .mutation(({ ctx, input }) => ctx.services.tests.update(ctx.caller, input)),
  remove: authorised('flows.test')
    .input(one)
    .mutation(({ ctx, input }) => ctx.services.tests.remove(ctx.caller, input.id)),
});
