import { canonicalJson } from '@/flows/document/canonical-json';
import type { Json, JsonObject } from '@/flows/document/json';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import type { Effect, EngineEvent, Facts, SessionState, TraceEntry } from '@/flows/engine/engine-types';
import { DEFAULT_LIMITS } from '@/flows/engine/limits';
import { startState } from '@/flows/engine/start-state';
import { step } from '@/flows/engine/step';
import { isoInstant, type Transcript, type TranscriptEntry } from '@/flows/simulator/transcript';
import type { ConversationKey, RuntimeEvent, StoredMessage } from '@/lib/runtime/runtime-types';
import type { openStore } from '@/lib/store/open-store';
import { storedMessage } from '@/lib/store/stored-message';

type Admin = ReturnType<typeof openStore>['admin'];

/** Something that happened beside the conversation's events, after the event of that number. */
export interface Aside {
  afterSeq: number;
  at: number;
  event: string;
}

interface Step {
  sessionId: string;
  inboundSeq: number;
  at: number;
  flowVersionId: string;
  rng: number;
  event: EngineEvent;
  facts: Facts;
  effects: Effect[];
  trace: TraceEntry[];
}

/**
 * The transcript of a conversation as the database tells it: words from its messages, the way from its step log, what
 * is left from its session and timers. Ids of sessions and numbers of steps are replaced by those of a simulation.
 * Every step is also run again from the log alone; a step that does not come out as recorded is an error.
 */
export async function transcriptFromLog(admin: Admin, key: ConversationKey, flow: CompiledFlow, asides: readonly Aside[]): Promise<Transcript> {
  const [inbound, steps, messages, sessions, timers] = await Promise.all([
    admin.inboundEvent.findMany({ where: key, orderBy: { seq: 'asc' } }),
    stepsOf(admin, key),
    admin.message.findMany({ where: key, orderBy: { seq: 'asc' } }).then((rows) => new Map(rows.map((row) => [row.id, storedMessage(row)]))),
    admin.flowSession.findMany({ where: key, orderBy: { startedAt: 'asc' } }),
    admin.timer.findMany({ where: key }),
  ]);
  const failed = inbound.find(({ quarantinedAt }) => quarantinedAt !== null);
  if (failed) throw new Error(`a turn failed: ${failed.error}`);
  const replayed = replay(steps, flow, sessions[0] ? languageAtStart(messages) : 'en');
  const last = sessions.find(({ id }) => id === steps.at(-1)?.sessionId);
  if (last) expectSame(JSON.parse(last.state) as Json, replayed.state as unknown as Json, 'the session as stored, and as its log makes it');

  const entries: TranscriptEntry[] = [];
  const effects: Effect[] = [];
  const path: Transcript['path'] = [];
  let number = 0;
  const tellAsides = (seq: number): void => {
    for (const { at, event } of asides.filter(({ afterSeq }) => afterSeq === seq)) entries.push({ at: isoInstant(at), from: 'system', event });
  };
  tellAsides(0);
  for (const row of inbound) {
    const event = JSON.parse(row.payload) as RuntimeEvent;
    const own = steps.filter(({ inboundSeq }) => inboundSeq === row.seq);
    if (own.length === 0) entries.push(...unheard(row.receivedAt, event, messages));
    own.forEach((taken, index) => {
      number += 1;
      const changed = replayed.changed[number - 1];
      const text = index === 0 && event.type === 'customer.message' ? textOf(messages.get(event.key)) : undefined;
      entries.push({
        at: isoInstant(taken.at),
        from: index === 0 ? speaker(event) : 'system',
        ...(text === undefined ? { event: taken.event.type } : { text }),
        ...(changed ? { changed } : {}),
        trace: taken.trace,
      });
      follow(path, taken.trace);
      for (const effect of taken.effects) {
        effects.push(renamed(effect, number));
        entries.push(...tellEffect(effect, taken.at, messages));
      }
    });
    tellAsides(row.seq);
  }
  return {
    entries,
    state: (last?.status ?? 'active') as Transcript['state'],
    variables: variablesOf(replayed.state),
    path,
    effects,
    pendingTimers: timers
      .map(({ timerId, fireAt }) => ({ timerId, fireAt: isoInstant(Number(fireAt)) }))
      .sort((left, right) => (left.fireAt === right.fireAt ? (left.timerId < right.timerId ? -1 : 1) : left.fireAt < right.fireAt ? -1 : 1)),
  };
}

async function stepsOf(admin: Admin, key: ConversationKey): Promise<Step[]> {
  const rows = await admin.stepLog.findMany({ where: key });
  return rows
    .sort((left, right) => left.inboundSeq - right.inboundSeq || left.seq - right.seq)
    .map(({ sessionId, inboundSeq, at, flowVersionId, rng, event, facts, effects, trace }) => ({
      sessionId,
      inboundSeq,
      at: Number(at),
      flowVersionId,
      rng: Number(rng),
      event: JSON.parse(event) as EngineEvent,
      facts: JSON.parse(facts) as Facts,
      effects: JSON.parse(effects) as Effect[],
      trace: JSON.parse(trace) as TraceEntry[],
    }));
}

/** Runs each step again from what the log recorded. */
function replay(steps: readonly Step[], flow: CompiledFlow, language: string): { state: SessionState | undefined; changed: (JsonObject | undefined)[] } {
  let state: SessionState | undefined;
  const changed = steps.map(({ sessionId, flowVersionId, at, rng, event, facts, effects, trace }) => {
    const before = event.type === 'session.started' || !state ? startState(flowVersionId, flow, { rng, language }) : state;
    const result = step(before, event, { now: at, sessionId, facts, flows: () => ({ ...flow, ref: flowVersionId }), limits: DEFAULT_LIMITS });
    expectSame({ effects: result.effects, trace: result.trace } as unknown as Json, { effects, trace } as unknown as Json, 'a step run again, and as recorded');
    const [left, right] = [variablesOf(state), variablesOf(result.state)];
    state = result.state;
    const others = Object.entries(right).filter(([name, value]) => canonicalJson(value) !== canonicalJson(left[name] ?? null));
    return others.length > 0 ? Object.fromEntries(others) : undefined;
  });
  return { state, changed };
}

function languageAtStart(messages: ReadonlyMap<string, StoredMessage>): string {
  const all = [...messages.values()];
  return (all.find(({ author }) => author === 'customer') ?? all[0])?.language ?? 'en';
}

/** What happened while nobody but an agent listened. Time that passes unheard leaves no line. */
function unheard(at: bigint, event: RuntimeEvent, messages: ReadonlyMap<string, StoredMessage>): TranscriptEntry[] {
  const line = { at: isoInstant(Number(at)) };
  if (event.type === 'flow.triggered') return [{ ...line, from: 'system', event: 'trigger-not-begun' }];
  if (event.type === 'customer.left') return [{ ...line, from: 'customer', event: event.type }];
  if (event.type === 'customer.message') return [{ ...line, from: 'customer', text: textOf(messages.get(event.key)) }];
  if (event.type === 'agent.replied') return [{ ...line, from: 'agent', text: textOf(messages.get(event.key)) }];
  return [];
}

function tellEffect(effect: Effect, at: number, messages: ReadonlyMap<string, StoredMessage>): TranscriptEntry[] {
  switch (effect.kind) {
    case 'message.send': {
      const message = messages.get(effect.id);
      if (!message) throw new Error(`the message ${effect.id} was decided and never written`);
      return [{ at: isoInstant(message.sentAt), from: 'assistant', text: textOf(message), ...(message.options ? { options: message.options } : {}) }];
    }
    case 'timer.set':
    case 'timer.cancel':
    case 'answer.record':
    case 'knowledge.search':
      return [];
    default:
      return [{ at: isoInstant(at), from: 'system', event: effect.kind }];
  }
}

function speaker({ type }: RuntimeEvent): TranscriptEntry['from'] {
  if (type.startsWith('customer.')) return 'customer';
  return type.startsWith('agent.') ? 'agent' : 'system';
}

function textOf(message: StoredMessage | undefined): string {
  if (!message) throw new Error('a message was accepted and never written');
  return message.parts.map(({ text }) => text).join('\n');
}

function follow(path: Transcript['path'], trace: readonly TraceEntry[]): void {
  for (const item of trace) {
    if (item.kind === 'entered') path.push({ node: item.node });
    const last = item.kind === 'left' ? path.findLast(({ node }) => node === item.node) : undefined;
    if (item.kind === 'left' && last) last.port = item.port;
  }
}

/** A simulation has one session, and counts its steps on. */
function renamed(effect: Effect, number: number): Effect {
  const id = `simulation:${number}:${effect.id.split(':').at(-1) ?? ''}`;
  return effect.kind === 'timer.set' ? { ...effect, id, generation: number } : { ...effect, id };
}

function variablesOf(state: SessionState | undefined): JsonObject {
  return state?.frames.at(-1)?.context.variables ?? {};
}

function expectSame(left: Json, right: Json, what: string): void {
  if (canonicalJson(left) !== canonicalJson(right)) throw new Error(`${what} differ:\n${canonicalJson(left)}\n${canonicalJson(right)}`);
}
