import { apiKeysRouter } from './routers/api-keys';
import { calendarsRouter } from './routers/calendars';
import { flowsRouter } from './routers/flows';
import { inboxRouter } from './routers/inbox';
import { knowledgeRouter } from './routers/knowledge';
import { liveRouter } from './routers/live';
import { operationsRouter } from './routers/operations';
import { peopleRouter } from './routers/people';
import { presenceRouter } from './routers/presence';
import { queuesRouter } from './routers/queues';
import { secretsRouter } from './routers/secrets';
import { sessionRouter } from './routers/session';
import { testsRouter } from './routers/tests';
import { settingsRouter } from './routers/settings';
import { skillsRouter } from './routers/skills';
import { widgetRouter } from './routers/widget';
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
  operations: operationsRouter,
  people: peopleRouter,
  skills: skillsRouter,
  queues: queuesRouter,
  calendars: calendarsRouter,
  widget: widgetRouter,
  settings: settingsRouter,
  secrets: secretsRouter,
  apiKeys: apiKeysRouter,
});
export type AppRouter = typeof appRouter;
