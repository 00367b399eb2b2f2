import { roleSchema } from '@/lib/auth/roles';
import { z } from 'zod';
import { authorised } from '../authorised';
import { idInput, referenceKeyInput } from '../inputs';
import { trpc } from '../trpc';

const levelInput = z.number().int().min(0).max(5);
const agentInput = z.strictObject({
  capacity: z.number().int().min(1).max(20),
  queues: z.array(referenceKeyInput).max(200),
  skills: z.record(referenceKeyInput, levelInput),
});
const nameInput = z.string().trim().min(1).max(120);
const rolesInput = z.array(roleSchema).min(1).max(5);

export const peopleRouter = trpc.router({
  list: authorised('people.manage').query(({ ctx }) => ctx.services.people.list(ctx.caller)),
  add: authorised('people.manage')
    .input(z.strictObject({ name: nameInput, email: z.string().trim().toLowerCase().max(200).pipe(z.email()), roles: rolesInput, agent: agentInput.optional() }))
    .mutation(({ ctx, input }) => ctx.services.people.add(ctx.caller, input)),
  change: authorised('people.manage')
    .input(z.strictObject({ id: idInput, name: nameInput, roles: rolesInput, agent: agentInput.optional() }))
    .mutation(({ ctx, input }) => ctx.services.people.change(ctx.caller, input)),
  renewPassword: authorised('people.manage')
    .input(z.strictObject({ id: idInput }))
    .mutation(({ ctx, input }) => ctx.services.people.renewPassword(ctx.caller, input.id)),
  remove: authorised('people.manage')
    .input(z.strictObject({ id: idInput }))
    .mutation(({ ctx, input }) => ctx.services.people.remove(ctx.caller, input.id)),
});
