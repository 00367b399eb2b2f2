import { randomBytes } from 'node:crypto';
import { defaultRegistry, type Registry } from '@/flows/nodes/registry';
import type { Services } from '@/lib/api/context';
import { authSecret } from '@/lib/auth/auth-secret';
import { createAccounts } from '@/lib/auth/create-accounts';
import { createAuth, type Auth } from '@/lib/auth/create-auth';
import { createPeople } from '@/lib/auth/people/create-people';
import { createSessionLookup, type SessionLookup } from '@/lib/auth/session-lookup';
import { webChatHandler, type WebChatHandler } from '@/lib/channels/web-chat/http';
import { systemClock, type Clock } from '@/lib/clock';
import type { Env } from '@/lib/env';
import { createFlows } from '@/lib/flows/create-flows';
import { createInbox } from '@/lib/inbox/create-inbox';
import { createWebChatConnections } from '@/lib/inbox/web-chat-connections';
import { createWebChatReader } from '@/lib/inbox/web-chat-reader';
import { createKnowledge } from '@/lib/knowledge/create-knowledge';
import type { Log } from '@/lib/log';
import { createHub, type Hub } from '@/lib/realtime/hub';
import { createRuntime } from '@/lib/runtime/create-runtime';
import type { Committed, Runtime } from '@/lib/runtime/runtime-types';
import { createSettings } from '@/lib/settings/create-settings';
import { openStore, type Store } from '@/lib/store/open-store';
import { createTests } from '@/lib/tests/create-tests';

/** Every part of the running program but its doors and pages. */
export interface Program {
  env: Env;
  clock: Clock;
  log: Log;
  store: Store;
  auth: Auth;
  sessions: SessionLookup;
  hub: Hub;
  runtime: Runtime;
  services: Services;
  webChat: WebChatHandler;
  /** Signs the header that tells pages who reads; new in each process. */
  pageSecret: string;
  /** Ends what runs, then closes the database. */
  close(): Promise<void>;
}

/** Puts the parts together over a migrated database. Nothing runs before `runtime.start()`. */
export function createProgram(options: { env: Env; log: Log; clock?: Clock; registry?: Registry }): Program {
  const { env, log, clock = systemClock, registry = defaultRegistry } = options;
  const secret = env.secret ?? authSecret(env.dataDir);
  const store = openStore(env.database);
  const { admin: prisma } = store;
  const hub = createHub((error) => log.error({ err: error }, 'a listener failed'));
  const runtime = createRuntime({ store: store.turns, clock, registry, onCommitted: (changes) => changes.forEach((change) => announce(hub, change)), log });
  const auth = createAuth({ prisma, kind: store.kind, secret, publicUrl: env.publicUrl });
  const webChat = webChatHandler({
    runtime,
    conversations: createWebChatReader(prisma),
    connections: createWebChatConnections(prisma, clock),
    hub,
    secret,
    clock,
    log,
  });
  return {
    env,
    clock,
    log,
    store,
    auth,
    sessions: createSessionLookup(auth, prisma),
    hub,
    runtime,
    services: {
      accounts: createAccounts(prisma),
      flows: createFlows({ prisma, registry, clock, hub }),
      inbox: createInbox({ prisma, runtime, hub, clock, log }),
      tests: createTests({ prisma, clock }),
      knowledge: createKnowledge({ prisma, clock, changed: (workspaceId) => void runtime.articlesChanged(workspaceId).catch((error: unknown) => log.error({ err: error }, 'articles were not made ready')) }),
      people: createPeople({ prisma, clock, runtime, hub, hash: async (password) => (await auth.$context).password.hash(password) }),
      settings: createSettings({ prisma, registry, clock, runtime }),
    },
    webChat,
    pageSecret: randomBytes(32).toString('base64url'),
    async close() {
      webChat.close();
      await runtime.stop();
      await store.close();
    },
  };
}

function announce(hub: Hub, change: Committed): void {
  if ('conversationId' in change) hub.publish(`conversation:${change.conversationId}`, change);
  hub.publish(`workspace:${change.workspaceId}`, change);
}
