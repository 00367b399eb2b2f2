import { randomBytes } from 'node:crypto';
import { defaultRegistry, type Registry } from '@/flows/nodes/registry';
import type { Services } from '@/lib/api/context';
import { authSecret } from '@/lib/auth/auth-secret';
import { createAccounts } from '@/lib/auth/create-accounts';
import { createApiKeyLookup, type ApiKeyLookup } from '@/lib/auth/api-key-lookup';
import { createAuth, type Auth } from '@/lib/auth/create-auth';
import { createPeople } from '@/lib/auth/people/create-people';
import { createSessionLookup, type SessionLookup } from '@/lib/auth/session-lookup';
import { webChatHandler, type WebChatHandler } from '@/lib/channels/web-chat/http';
import { systemClock, type Clock } from '@/lib/clock';
import type { Env } from '@/lib/env';
import { compileVersion, type CompileVersion } from '@/lib/flows/compile-version';
import { createFlows } from '@/lib/flows/create-flows';
import { createInbox } from '@/lib/inbox/create-inbox';
import { createWebChatConnections } from '@/lib/inbox/web-chat-connections';
import { createWebChatReader } from '@/lib/inbox/web-chat-reader';
import { createKnowledge } from '@/lib/knowledge/create-knowledge';
import type { Log } from '@/lib/log';
import { shareHub, type News } from '@/lib/realtime/bus';
import { createHub, type Hub } from '@/lib/realtime/hub';
import { allowedHosts } from '@/lib/runtime/effects/http-request/allowed-hosts';
import { createHttpClient } from '@/lib/runtime/effects/http-request/http-client';
import { createMetrics, type Metrics } from '@/lib/metrics/create-metrics';
import type { Instruments } from '@/lib/metrics/instruments';
import { logInstruments } from '@/lib/metrics/log-instruments';
import { together } from '@/lib/metrics/together';
import { createRuntime } from '@/lib/runtime/create-runtime';
import type { Sender } from '@/lib/runtime/effects/message-send';
import type { Committed, Runtime } from '@/lib/runtime/runtime-types';
import { createSeal } from '@/lib/secrets/seal';
import { createSecrets } from '@/lib/secrets/create-secrets';
import { secretOf } from '@/lib/secrets/secret-of';
import { createOperations } from '@/lib/operations/create-operations';
import { createSettings } from '@/lib/settings/create-settings';
import { migrationsFolder } from '@/lib/store/migrations-folder';
import { openBus } from '@/lib/store/open-bus';
import { openStore, type Store } from '@/lib/store/open-store';
import { createTests } from '@/lib/tests/create-tests';
import { createEvents } from '@/lib/triggers/create-events';
import { createSchedules, type Schedules } from '@/lib/triggers/create-schedules';
import type { Events } from '@/lib/triggers/events';
import { createReadiness, type Readiness } from './readiness';
import { createRequestWatch, type RequestWatch } from './request-watch';

/** What one process does; several on one PostgreSQL database share the work. Turns are run by whoever takes their message. */
export interface Duties {
  /** Takes messages and shows pages. */
  doors: boolean;
  /** Timers, the outbox, schedules, whoever waits. */
  background: boolean;
}

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
  events: Events;
  apiKeys: ApiKeyLookup;
  metrics: Metrics;
  readiness: Readiness;
  /** Sees every request; the door's. */
  watch: RequestWatch;
  /** Signs the header that tells pages who reads; new in each process. */
  pageSecret: string;
  /** Aborted when the program begins to stop. */
  stopping: AbortSignal;
  /** Begins the work beside turns, and hears other processes. */
  start(): Promise<void>;
  /** From now on the program says that it stops, and keeps no connection open. */
  beginStop(): void;
  /** Resolves when everything taken so far is done. */
  settled(): Promise<void>;
  /** Sends the readers of live streams away, each with a time to come back. */
  sayGoodbye(): void;
  /** Ends what runs, then closes the database. */
  close(): Promise<void>;
}

/** Puts the parts together over a migrated database. Nothing runs before `start()`. */
export function createProgram(options: {
  env: Env;
  log: Log;
  /** The program's folder. */
  root: string;
  clock?: Clock;
  registry?: Registry;
  senders?: ReadonlyMap<string, Sender>;
  tracing?: Partial<Instruments>;
  /** Everything unless given. */
  duties?: Duties;
  /** How versions are compiled; here, unless told. */
  compileVersion?: CompileVersion;
}): Program {
  const { env, log, root, clock = systemClock, registry = defaultRegistry, senders, tracing, duties = { doors: true, background: true } } = options;
  const secret = env.secret ?? authSecret(env.dataDir);
  const metrics = createMetrics(clock.now);
  const instruments = together([metrics.instruments, ...(log.isLevelEnabled('info') ? [logInstruments(log)] : []), ...(tracing ? [tracing] : [])]);
  const store = openStore(env.database, instruments);
  const { admin: prisma } = store;
  const stopping = new AbortController();
  const goodbye = new AbortController();
  const bus = openBus(env.database, (err) => log.warn({ err }, 'news between processes did not pass'));
  const heardHere = createHub((error) => log.error({ err: error }, 'a listener failed'));
  const hub = bus ? shareHub(heardHere, bus) : heardHere;
  const seal = createSeal(secret);
  const http = createHttpClient({ clock, allowed: allowedHosts(env.httpAllow), secretOf: secretOf(prisma, seal) });
  const runtime = createRuntime({ http, store: store.turns, clock, registry, onCommitted: (changes) => changes.forEach((change) => announce(hub, change)), log, instruments, ...(senders && { senders }), ...(bus && { shared: { background: duties.background, tell: (work) => bus.tell({ work }) } }) });
  const auth = createAuth({ prisma, kind: store.kind, secret, publicUrl: env.publicUrl });
  const webChat = webChatHandler({
    runtime,
    conversations: createWebChatReader(prisma, store.turns),
    connections: createWebChatConnections(prisma, clock),
    hub,
    secret,
    clock,
    log,
  });
  const schedules: Schedules = createSchedules({ prisma, runtime, clock, log });
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
      flows: createFlows({
        prisma, registry, clock, hub,
        compileVersion: options.compileVersion ?? (async (source) => compileVersion(source, registry)),
        triggersChanged() {
          schedules.expect();
          bus?.tell({ work: { schedules: true } });
        },
      }),
      inbox: createInbox({ prisma, runtime, hub, clock, log, goodbye: goodbye.signal }),
      tests: createTests({ prisma, clock }),
      knowledge: createKnowledge({ prisma, clock, changed: (workspaceId) => void runtime.articlesChanged(workspaceId).catch((error: unknown) => log.error({ err: error }, 'articles were not made ready')) }),
      people: createPeople({ prisma, clock, runtime, hub, hash: async (password) => (await auth.$context).password.hash(password) }),
      operations: createOperations({ prisma, clock, runtime }),
      settings: createSettings({ prisma, registry, clock, runtime }),
      secrets: createSecrets({ prisma, clock, seal }),
    },
    webChat,
    events: createEvents({ prisma, runtime, hub }),
    apiKeys: createApiKeyLookup(prisma, clock),
    metrics,
    readiness: createReadiness(prisma, migrationsFolder(root, store.kind), stopping.signal, clock.now),
    watch: createRequestWatch(instruments, clock),
    pageSecret: randomBytes(32).toString('base64url'),
    stopping: stopping.signal,
    async start() {
      await bus?.start(heard);
      await runtime.start();
      if (duties.background) schedules.start();
    },
    beginStop: () => stopping.abort(),
    async settled() {
      const busy = (): boolean => [webChat.load(), runtime.load()].some(({ waiting, underway }) => waiting + underway > 0);
      while (busy()) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    sayGoodbye() {
      webChat.sayGoodbye();
      goodbye.abort();
    },
    async close() {
      this.beginStop();
      this.sayGoodbye();
      metrics.close();
      await schedules.stop();
      await runtime.stop();
      await http.close();
      await bus?.close();
      await store.close();
    },
  };

  function heard(news: News | null): void {
    if (news === null) heardHere.everyone({ kind: 'missed' });
    else if ('topic' in news) heardHere.publish(news.topic, news.event);
    else {
      runtime.heard(news.work);
      if (news.work.schedules) schedules.expect();
    }
  }
}

function announce(hub: Hub, change: Committed): void {
  if ('conversationId' in change) hub.publish(`conversation:${change.conversationId}`, change);
  hub.publish(`workspace:${change.workspaceId}`, change);
}
