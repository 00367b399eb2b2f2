import { flowsRouter } from './routers/flows';
import { inboxRouter } from './routers/inbox';
import { knowledgeRouter } from './routers/knowledge';
import { liveRouter } from './routers/live';
import { presenceRouter } from './routers/presence';
import { sessionRouter } from './routers/session';
import { testsRouter } from './routers/tests';
import { workspaceRouter } from './routers/workspace';
import { trpc } from './trpc';

/** The whole API. `app/` imports its type only. */
export const appRouter = trpc.router({
  session: sessionRouter,
  presence: presenceRouter,
  workspace: workspaceRouter,
  flows: flowsRouter,
  inbox: inboxRouter,
  knowledge: knowledgeRouter,
  tests: testsRouter,
  live: liveRouter,
});
export type AppRouter = typeof appRouter;
