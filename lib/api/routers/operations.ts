import { z } from 'zod';
import { authorised } from '../authorised';
import { idInput } from '../inputs';
import { trpc } from '../trpc';

const turn = z.strictObject({ conversationId: idInput, seq: z.number().int().min(1) });
/** An effect's id: the session's or the conversation's, and where it was decided. */
const delivery = z.strictObject({ id: z.string().min(1).max(200) });

export const operationsRouter = trpc.router({
  failedTurns: authorised('operations.manage')
    .input(z.strictObject({ state: z.enum(['open', 'settled']) }))
    .query(({ ctx, input }) => ctx.services.operations.failedTurns(ctx.caller, input.state)),
  failedTurn: authorised('operations.manage').input(turn).query(({ ctx, input }) => ctx.services.operations.failedTurn(ctx.caller, input)),
  replayTurn: authorised('operations.manage').input(turn).mutation(({ ctx, input }) => ctx.services.operations.replayTurn(ctx.caller, input)),
  settleTurn: authorised('operations.manage').input(turn).mutation(({ ctx, input }) => ctx.services.operations.settleTurn(ctx.caller, input)),
  failedDeliveries: authorised('operations.manage').query(({ ctx }) => ctx.services.operations.failedDeliveries(ctx.caller)),
  retryDelivery: authorised('operations.manage').input(delivery).mutation(({ ctx, input }) => ctx.services.operations.retryDelivery(ctx.caller, input.id)),
  discardDelivery: authorised('operations.manage').input(delivery).mutation(({ ctx, input }) => ctx.services.operations.discardDelivery(ctx.caller, input.id)),
});
