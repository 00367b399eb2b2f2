import { localeSchema } from '@/flows/document/localized-text';
import { articleContentSchema } from '@/flows/knowledge/article';
import { z } from 'zod';
import { authorised } from '../authorised';
import { idInput } from '../inputs';
import { trpc } from '../trpc';

const question = z.strictObject({ language: localeSchema, words: z.string().min(1).max(400) });
const content = articleContentSchema.strict();

export const knowledgeRouter = trpc.router({
  /** Every article with the version they make up: what a search in the browser needs. */
  all: authorised('knowledge.read').query(({ ctx }) => ctx.services.knowledge.all(ctx.caller)),
  list: authorised('knowledge.read').query(({ ctx }) => ctx.services.knowledge.list(ctx.caller)),
  get: authorised('knowledge.read')
    .input(z.strictObject({ id: idInput }))
    .query(({ ctx, input }) => ctx.services.knowledge.get(ctx.caller, input.id)),
  create: authorised('knowledge.edit')
    .input(z.strictObject({ content, question: question.optional() }))
    .mutation(({ ctx, input }) => ctx.services.knowledge.create(ctx.caller, input)),
  save: authorised('knowledge.edit')
    .input(z.strictObject({ id: idInput, baseRevision: z.number().int().min(0), content }))
    .mutation(({ ctx, input }) => ctx.services.knowledge.save(ctx.caller, input)),
  archive: authorised('knowledge.edit')
    .input(z.strictObject({ id: idInput, archived: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.knowledge.archive(ctx.caller, input)),
  /** Customers' own words: only for those who write articles from them. */
  unanswered: authorised('knowledge.edit').query(({ ctx }) => ctx.services.knowledge.unanswered(ctx.caller)),
  settle: authorised('knowledge.edit')
    .input(z.strictObject({ question, settled: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.knowledge.settle(ctx.caller, input)),
  addPhrasing: authorised('knowledge.edit')
    .input(z.strictObject({ id: idInput, question }))
    .mutation(({ ctx, input }) => ctx.services.knowledge.addPhrasing(ctx.caller, input)),
});
