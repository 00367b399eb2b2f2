import { operationSchema } from '@/flows/document/operations';
import { z } from 'zod';
import { authorised } from '../authorised';
import { idInput } from '../inputs';
import { trpc } from '../trpc';

const revisionInput = z.number().int().min(0);
const versionInput = z.number().int().min(1).max(1_000_000_000);
const nameInput = z.string().trim().min(1).max(120);
const noteInput = z.string().trim().max(2000);
const keyInput = z.string().min(1).max(80);
const referencesInput = z.array(z.strictObject({ kind: z.enum(['skill', 'queue', 'calendar']), from: keyInput, to: keyInput })).max(200);
/** Characters. The body's own limit comes before; this one has a name. */
const LONGEST_FILE = 4_000_000;

export const flowsRouter = trpc.router({
  list: authorised('flows.read')
    .input(z.strictObject({ archived: z.boolean() }).optional())
    .query(({ ctx, input }) => ctx.services.flows.list(ctx.caller, input?.archived ?? false)),
  get: authorised('flows.read')
    .input(z.strictObject({ id: idInput }))
    .query(({ ctx, input }) => ctx.services.flows.get(ctx.caller, input.id)),
  create: authorised('flows.edit')
    .input(z.strictObject({ name: nameInput }))
    .mutation(({ ctx, input }) => ctx.services.flows.create(ctx.caller, input.name)),
  templates: authorised('flows.edit').query(({ ctx }) => ctx.services.flows.templates(ctx.caller)),
  createFromTemplate: authorised('flows.edit')
    .input(z.strictObject({ template: keyInput, name: nameInput, references: referencesInput }))
    .mutation(({ ctx, input }) => ctx.services.flows.createFromTemplate(ctx.caller, input)),
  duplicate: authorised('flows.edit')
    .input(z.strictObject({ id: idInput, name: nameInput }))
    .mutation(({ ctx, input }) => ctx.services.flows.duplicate(ctx.caller, input)),
  import: authorised('flows.edit')
    .input(z.strictObject({ text: z.string().min(1).max(LONGEST_FILE), references: referencesInput }))
    .mutation(({ ctx, input }) => ctx.services.flows.import(ctx.caller, input)),
  rename: authorised('flows.edit')
    .input(z.strictObject({ id: idInput, name: nameInput }))
    .mutation(({ ctx, input }) => ctx.services.flows.rename(ctx.caller, input)),
  archive: authorised('flows.edit')
    .input(z.strictObject({ id: idInput, archived: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.flows.archive(ctx.caller, input)),
  save: authorised('flows.edit')
    .input(z.strictObject({ id: idInput, baseRevision: revisionInput, operations: z.array(operationSchema).min(1).max(500) }))
    .mutation(({ ctx, input }) => ctx.services.flows.save(ctx.caller, input)),
  publish: authorised('flows.publish')
    .input(z.strictObject({ id: idInput, revision: revisionInput, note: noteInput.optional() }))
    .mutation(({ ctx, input }) => ctx.services.flows.publish(ctx.caller, input)),
  versions: authorised('flows.read')
    .input(z.strictObject({ id: idInput }))
    .query(({ ctx, input }) => ctx.services.flows.versions(ctx.caller, input.id)),
  version: authorised('flows.read')
    .input(z.strictObject({ id: idInput, number: versionInput }))
    .query(({ ctx, input }) => ctx.services.flows.version(ctx.caller, input)),
  rollback: authorised('flows.publish')
    .input(z.strictObject({ id: idInput, number: versionInput, revision: revisionInput, note: noteInput.min(1) }))
    .mutation(({ ctx, input }) => ctx.services.flows.rollback(ctx.caller, input)),
});
