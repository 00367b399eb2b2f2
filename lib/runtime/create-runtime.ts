import type { Registry } from '@/flows/nodes/registry';
import { DEFAULT_LIMITS } from '@/flows/engine/limits';
import { decide } from '@/flows/routing/decide';
import type { Clock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import type { Log } from '@/lib/log';
import { NO_INSTRUMENTS, type Instruments } from '@/lib/metrics/instruments';
import { KnowledgeNeededError } from '@/lib/store/knowledge-needed';
import type { Delivered, TurnProgram, TurnStore } from '@/lib/store/turn-store';
import { createAdmission, type AdmissionLimits, type Rank } from './admission/admission';
import { apology } from './apology';
import { createDispatcher } from './dispatch-outbox';
import { effectHandlers } from './effects/effect-handlers';
import type { HttpClient } from './effects/http-request/http-client';
import type { Sender } from './effects/message-send';
import { fireTimers } from './fire-timers';
import { createFlowShelf } from './flow-shelf';
import { createKnowledgeShelf, type RuntimeKnowledge } from './knowledge-shelf';
import { observeDeliveries } from './observe-deliveries';
import { observeOutbox } from './observe-outbox';
import type { Committed, ConversationKey, Receipt, Runtime, RuntimeEvent } from './runtime-types';
import type { Work } from './work';
import { StoppedError } from './stopped-error';
import { failedTurn } from './turn/failed-turn';
import { turn } from './turn/turn';
import type { TurnDeps } from './turn/turn-deps';
import { createWakeUp } from './wake-up';

export interface RuntimeDeps {
  store: TurnStore;
  clock: Clock;
  registry: Registry;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Told after each commit, in commit order. Must not throw. */
  onCommitted(changes: readonly Committed[]): void;
  /** By channel, whoever sends its messages. A channel without one (web chat) reads its messages from their rows. */
  senders?: ReadonlyMap<string, Sender>;
  /** Asks services for flows; without it every request of a flow fails. */
  http?: HttpClient;
  /** Whoever looks inside; nobody unless given. */
  instruments?: Instruments;
  /** How much may wait before customers are asked to come back. */
  limits?: AdmissionLimits;
  /** With other processes on the same store. Alone unless given. */
  shared?: {
    /** Whether this one looks after timers, the outbox and who waits; turns are run by each. */
    background: boolean;
    /** Told of work that this process has left. Must not throw. */
    tell(work: Work): void;
  };
}

/** How often a process looks by itself for work that others have left. */
const POLL_MS = 1000;
/** How often it looks for conversations that wait and were not routed: whoever put them there does it at once, or has died. */
const POLL_WAITING_MS = 5000;

const DRAIN_BATCH = 200;
/** How often a turn waits for articles that change while they are being made ready, before it makes them ready itself. */
const PATIENCE = 3;

/** Runs conversations on a store: accepts events, drives turns, timers, the outbox and routing. */
export function createRuntime(deps: RuntimeDeps): Runtime {
  const { clock, log, shared, instruments = NO_INSTRUMENTS } = deps;
  const store = observeDeliveries(deps.store, instruments, clock);
  const knowledge = createKnowledgeShelf((workspaceId, err) => log.error({ err, workspaceId }, 'the articles cannot be read'));
  const program = createProgram(deps, knowledge);
  const admission = createAdmission(() => performance.now(), Math.random, deps.limits);
  const underway = new Set<Promise<unknown>>();
  let stopping = false;

  const timers = createWakeUp(clock, () => fireTimers(clock, store, deliver), failedPass('timers'), shared && POLL_MS);
  const dispatcher = createDispatcher({
    clock,
    deliver,
    ...observeOutbox({ store, handlers: effectHandlers({ senders: deps.senders ?? new Map(), http: deps.http }) }, instruments, clock),
    jitter: Math.random,
    wake: () => outbox.expect(clock.now()),
    failed: failedPass('outbox'),
  });
  const outbox = createWakeUp(clock, dispatcher.pass, failedPass('outbox'), shared && POLL_MS);
  const waiting = createWakeUp(clock, routeWaiting, failedPass('routing'), shared && POLL_WAITING_MS);

  function failedPass(loop: string): (error: unknown) => void {
    return (err) => {
      if (!stopping) log.error({ err, loop }, 'a pass failed and will be repeated');
    };
  }

  /** Counts work until it is over, so that stop() can wait for it. */
  function track<T>(work: Promise<T>): Promise<T> {
    underway.add(work);
    const over = (): void => void underway.delete(work);
    work.then(over, over);
    return work;
  }

  function deliver(key: ConversationKey, event: RuntimeEvent): Promise<Receipt> {
    if (stopping) return Promise.reject(new StoppedError('the runtime is stopping'));
    return track(
      admission.run(key, rankOf(event), async () => {
        const delivered = await whenReady((ready) => store.deliver(key, event, ready));
        return settled(key, delivered, delivered.receipt);
      }),
    );
  }

  /** Index building takes tens of milliseconds: it is done beside the turns, and the one that needs it is run after it. */
  async function whenReady<T>(work: (program: TurnProgram) => Promise<T>): Promise<T> {
    for (let waited = 0; waited < PATIENCE; waited += 1) {
      try {
        return await work(program);
      } catch (error) {
        if (!(error instanceof KnowledgeNeededError)) throw error;
        await knowledge.prepare(error.source);
      }
    }
    return work({ ...program, knowledge: knowledge.atOnce });
  }

  function settled<T>(key: ConversationKey, { committed, nextTimerAt, routing, outbox: leaves, failure }: Omit<Delivered, 'receipt'>, answer: T): T {
    if (failure !== undefined) log.error({ err: failure, workspaceId: key.workspaceId, conversationId: key.conversationId }, 'a turn failed: its event is quarantined and a person is called');
    deps.onCommitted(committed);
    if (nextTimerAt !== null || leaves) expect({ ...(nextTimerAt !== null && { timerAt: nextTimerAt }), ...(leaves && { outbox: true }) });
    if (routing) void route(key.workspaceId).catch(failedPass('routing'));
    return answer;
  }

  /** One routing at a time per workspace; asked meanwhile, it runs once more. */
  const routes = new Map<string, { again: boolean; done: Promise<void> }>();
  function route(workspaceId: string): Promise<void> {
    const current = routes.get(workspaceId);
    if (current) {
      current.again = true;
      return current.done;
    }
    const entry = { again: false, done: Promise.resolve() };
    entry.done = track(
      (async () => {
        try {
          do {
            entry.again = false;
            await routeOnce(workspaceId);
          } while (entry.again && !stopping);
        } finally {
          routes.delete(workspaceId);
        }
      })(),
    );
    routes.set(workspaceId, entry);
    return entry.done;
  }

  async function routeOnce(workspaceId: string): Promise<void> {
    if (stopping) return;
    const { committed, unavailable } = await store.route(workspaceId, decide, clock.now());
    if (committed.length > 0) deps.onCommitted(committed);
    for (const { conversationId, effectId } of unavailable) {
      await deliver({ workspaceId, conversationId }, { key: `unavailable:${effectId}`, type: 'handoff.unavailable', effectId });
    }
  }

  async function routeWaiting(): Promise<null> {
    for (const workspaceId of await store.waitingWorkspaces()) await route(workspaceId);
    return null;
  }

  function heard({ timerAt, outbox: leaves }: Work): void {
    if (timerAt !== undefined) timers.expect(timerAt);
    if (leaves) outbox.expect(clock.now());
  }

  function expect(work: Work): void {
    heard(work);
    shared?.tell(work);
  }

  async function changed(work: Promise<Committed[]>): Promise<void> {
    const committed = await track(work);
    if (committed.length > 0) deps.onCommitted(committed);
  }

  return {
    deliver,
    route,
    openConversation(input) {
      if (stopping) return Promise.reject(new StoppedError('the runtime is stopping'));
      const ids = { profileId: newId(), identityId: newId(), conversationId: newId() };
      // A customer without a conversation queues like one with: her identity stands for it.
      const place = { workspaceId: input.workspaceId, conversationId: `${input.connectionId}:${input.externalId}` };
      return track(admission.run(place, 'customer', () => store.openConversation(input, ids, clock.now())));
    },
    markMessages: (key, upTo) => changed(admission.run(key, 'customer', () => store.markMessages(key, upTo, clock.now()))),
    markSeenByAgent: (key, agentId) => changed(admission.run(key, 'agent', () => store.markSeenByAgent(key, agentId, clock.now()))),
    load: admission.load,
    expect,
    heard,
    async articlesChanged(workspaceId) {
      const languages = knowledge.languages(workspaceId);
      if (languages && !stopping) await track(store.articles(workspaceId).then((source) => knowledge.prepare({ ...source, languages })));
    },
    async setPresence(workspaceId, agentId, presence) {
      await changed(store.setPresence(workspaceId, agentId, presence, newId(), clock.now()));
      await route(workspaceId);
    },
    async start() {
      stopping = false;
      if (shared?.background === false) return;
      await store.releaseClaims();
      for (let keys = await store.undrained(DRAIN_BATCH); keys.length > 0; keys = await store.undrained(DRAIN_BATCH)) {
        for (const key of keys) settled(key, await whenReady((ready) => store.drain(key, ready)), undefined);
      }
      timers.start();
      outbox.start();
      await routeWaiting();
      if (shared) waiting.start();
    },
    async stop() {
      await Promise.all([timers.stop(), outbox.stop(), waiting.stop()]);
      await dispatcher.stop();
      stopping = true;
      while (underway.size > 0) await Promise.allSettled([...underway]);
    },
  };
}

function rankOf({ type }: RuntimeEvent): Rank {
  if (type === 'customer.message' || type === 'customer.left') return 'customer';
  // An administrator takes somebody out of the team: nobody waits for the answer in front of a customer.
  return type.startsWith('agent.') && type !== 'agent.left' ? 'agent' : 'internal';
}

function createProgram({ clock, registry, log, senders }: RuntimeDeps, knowledge: RuntimeKnowledge): TurnProgram {
  const flows = createFlowShelf(registry, (versionId, reason) => log.error({ versionId, reason }, 'a published flow cannot be run'));
  const turnDeps: TurnDeps = {
    flow: (versionId) => flows.get(versionId),
    limits: DEFAULT_LIMITS,
    outboxChannels: new Set(senders?.keys() ?? []),
    knowledge: knowledge.search,
    apology,
  };
  return {
    now: () => clock.now(),
    flows,
    knowledge: knowledge.shelf,
    turn: (input) => turn(input, turnDeps),
    failed: (input, error) => failedTurn(input, error, turnDeps),
  };
}
