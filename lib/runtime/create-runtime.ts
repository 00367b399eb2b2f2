import type { Registry } from '@/flows/nodes/registry';
import { DEFAULT_LIMITS } from '@/flows/engine/limits';
import { decide } from '@/flows/routing/decide';
import type { Clock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import type { Log } from '@/lib/log';
import type { Delivered, TurnProgram, TurnStore } from '@/lib/store/turn-store';
import { apology } from './apology';
import { dispatchOutbox, PermanentError, type Sender } from './dispatch-outbox';
import { fireTimers } from './fire-timers';
import { createFlowShelf } from './flow-shelf';
import type { Committed, ConversationKey, Receipt, Runtime, RuntimeEvent } from './runtime-types';
import { failedTurn } from './turn/failed-turn';
import { turn } from './turn/turn';
import type { KnowledgeBase, TurnDeps } from './turn/turn-deps';
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
  /** The articles that steps may search; without it a search finds none. */
  knowledge?: KnowledgeBase;
}

/** The runtime is stopping or stopped. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

const DRAIN_BATCH = 200;

/** Runs conversations on a store: accepts events, drives turns, timers, the outbox and routing. */
export function createRuntime(deps: RuntimeDeps): Runtime {
  const { store, clock, log } = deps;
  const program = createProgram(deps);
  const underway = new Set<Promise<unknown>>();
  let stopping = false;

  const timers = createWakeUp(clock, () => fireTimers(clock, store, deliver), failedPass('timers'));
  const outbox = createWakeUp(
    clock,
    () => dispatchOutbox({ clock, store, deliver, jitter: Math.random, send: sendBy(deps.senders ?? new Map()) }),
    failedPass('outbox'),
  );

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
    return track(store.deliver(key, event, program).then((delivered) => settled(key, delivered, delivered.receipt)));
  }

  function settled<T>(key: ConversationKey, { committed, nextTimerAt, routing, outbox: leaves, failure }: Omit<Delivered, 'receipt'>, answer: T): T {
    if (failure !== undefined) log.error({ err: failure, ...key }, 'a turn failed: its event is quarantined and a person is called');
    deps.onCommitted(committed);
    if (nextTimerAt !== null) timers.expect(nextTimerAt);
    if (leaves) outbox.expect(clock.now());
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

  async function changed(work: Promise<Committed[]>): Promise<void> {
    const committed = await track(work);
    if (committed.length > 0) deps.onCommitted(committed);
  }

  return {
    deliver,
    route,
    async openConversation(input) {
      const ids = { profileId: newId(), identityId: newId(), conversationId: newId() };
      return track(store.openConversation(input, ids, clock.now()));
    },
    markMessages: (key, upTo) => changed(store.markMessages(key, upTo, clock.now())),
    markSeenByAgent: (key, agentId) => changed(store.markSeenByAgent(key, agentId, clock.now())),
    async setPresence(workspaceId, agentId, presence) {
      await changed(store.setPresence(workspaceId, agentId, presence, newId(), clock.now()));
      await route(workspaceId);
    },
    async start() {
      stopping = false;
      await store.releaseClaims();
      for (let keys = await store.undrained(DRAIN_BATCH); keys.length > 0; keys = await store.undrained(DRAIN_BATCH)) {
        for (const key of keys) settled(key, await store.drain(key, program), undefined);
      }
      timers.start();
      outbox.start();
      for (const workspaceId of await store.waitingWorkspaces()) await route(workspaceId);
    },
    async stop() {
      await Promise.all([timers.stop(), outbox.stop()]);
      stopping = true;
      while (underway.size > 0) await Promise.allSettled([...underway]);
    },
  };
}

function createProgram({ clock, registry, log, senders, knowledge }: RuntimeDeps): TurnProgram {
  const flows = createFlowShelf(registry, (versionId, reason) => log.error({ versionId, reason }, 'a published flow cannot be run'));
  const turnDeps: TurnDeps = {
    flow: (versionId) => flows.get(versionId),
    limits: DEFAULT_LIMITS,
    outboxChannels: new Set(senders?.keys() ?? []),
    knowledge: knowledge ?? null,
    apology,
  };
  return {
    now: () => clock.now(),
    flows,
    turn: (input) => turn(input, turnDeps),
    failed: (input, error) => failedTurn(input, error, turnDeps),
  };
}

function sendBy(senders: ReadonlyMap<string, Sender>): Sender {
  return (item) => {
    const channel = String(item.payload.channel);
    const send = senders.get(channel);
    if (!send) throw new PermanentError('no-sender', `nothing sends messages of the channel ${channel}`);
    return send(item);
  };
}
