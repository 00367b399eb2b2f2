import { authorised } from '../authorised';
import { trpc } from '../trpc';

export const workspaceRouter = trpc.router({
  references: authorised('workspace.read').query(({ ctx }) => ctx.services.flows.references(ctx.caller)),
  /** With their hours: what a simulation in the browser reads. */
  calendars: authorised('workspace.read').query(({ ctx }) => ctx.services.flows.calendars(ctx.caller)),
});
