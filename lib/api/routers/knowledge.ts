import { authorised } from '../authorised';
import { trpc } from '../trpc';

export const knowledgeRouter = trpc.router({
  /** Every article with the version they make up: what a search in the browser needs. */
  all: authorised('knowledge.read').query(({ ctx }) => ctx.services.knowledge.all(ctx.caller)),
});
