import { operationSchema } from '@/flows/document/operations';
import { z } from 'zod';
import { authorised } from '../authorised';
import { idInput } from '../inputs';
import { trpc } from '../trpc';

const revisionInput = z.number().int().min(0);

export const flowsRouter = trpc.router({
  list: authorised('flows.read').query(({ ctx }) => ctx.services.flows.list(ctx.caller)),
  get: authorised('flows.read')
    .input(z.strictObject({ id: idInput }))
    .query(({ ctx, input }) => ctx.services.flows.get(ctx.caller, input.id)),
  create: authorised('flows.edit')
    .input(z.strictObject({ name: z.string().trim().min(1).max(120) }))
    .mutation(({ ctx, input }) => ctx.services.flows.create(ctx.caller, input.name)),
  save: authorised('flows.edit')
    .input(z.strictObject({ id: idInput, baseRevision: revisionInput, operations: z.array(operationSchema).min(1).max(500) }))
    .mutation(({ ctx, input }) => ctx.services.flows.save(ctx.caller, input)),
  publish: authorised('flows.publish')
    .input(z.strictObject({ id: idInput, revision: revisionInput, note: z.string().trim().max(2000).optional() }))
    .mutation(({ ctx, input }) => ctx.services.flows.publish(ctx.caller, input)),
  versions: authorised('flows.read')
    .input(z.strictObject({ id: idInput }))
    .query(({ ctx, input }) => ctx.services.flows.versions(ctx.caller, input.id)),
  version: authorised('flows.read')
    .input(z.strictObject({ id: idInput, number: z.number().int().min(1).max(1_000_000) }))
    .query(({ ctx, input }) => ctx.services.flows.version(ctx.caller, input)),
});
