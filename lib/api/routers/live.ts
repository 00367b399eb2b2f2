import { authorised } from '../authorised';
import { trpc } from '../trpc';

export const liveRouter = trpc.router({
  /** One per browser; the client reads again what an event names. */
  events: authorised('account.own').subscription(async function* ({ ctx, signal }) {
    yield* ctx.services.inbox.live(ctx.caller, signal ?? new AbortController().signal);
  }),
});
