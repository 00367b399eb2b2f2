import { authorised } from '../authorised';
import { trpc } from '../trpc';

export const workspaceRouter = trpc.router({
  references: authorised('workspace.read').query(({ ctx }) => ctx.services.flows.references(ctx.caller)),
});
