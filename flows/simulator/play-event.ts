import type { Calendar } from '@/flows/calendars/calendar';
import { canonicalJson } from '@/flows/document/canonical-json';
import type { Json, JsonObject } from '@/flows/document/json';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import { durationToMs } from '@/flows/document/duration';
import type { Effect, EngineEvent, InboundMessage, Instant, KnowledgeResult, Limits, SearchKnowledge, SessionState } from '@/flows/engine/engine-types';
import { MOST_ROUNDS } from '@/flows/engine/limits';
import { readAnswer } from '@/flows/http/read-answer';
import { startState } from '@/flows/engine/start-state';
import { triggerInput } from '@/flows/engine/trigger-input';
import { step } from '@/flows/engine/step';
import { SimulationError } from './simulation-error';
import type { ScriptEvent, World } from './script';
import type { SimulationState } from './simulation-state';
import { isoInstant, type TranscriptEntry } from './transcript';
import { variablesOf } from './variables-of';
import { worldAfter } from './world-after';

/** What a played event needs beside the state. */
export interface PlayDeps {
  flow: CompiledFlow;
  /** What the flow begins with. */
  variables: JsonObject;
  limits: Limits;
  /** What the script says the articles answer, by question; `*` for every other. */
  said: Readonly<Record<string, KnowledgeResult>>;
  knowledge: SearchKnowledge | undefined;
  /** The calendars' own hours. */
  hours: Readonly<Record<string, Calendar>>;
}

/** Who takes a hand-over while somebody is always there. */
const SOMEBODY = 'agent';

/**
 * The conversation after one event of a script. Drives the very `step()` that production runs; only clock, effects and
 * answers are the simulator's own. Throws SimulationError when the event cannot happen here.
 */
export function playEvent(before: SimulationState, event: ScriptEvent, deps: PlayDeps): SimulationState {
  const play = new Play(before, deps);
  play.event(event);
  return play.state;
}

/** One event while it is played; lives for one call. */
class Play {
  /** Searches answered and hand-overs settled since the event. */
  private rounds = 0;

  constructor(
    public state: SimulationState,
    private readonly deps: PlayDeps,
  ) {}

  event(event: ScriptEvent): void {
    if ('say' in event && !('agent' in event)) this.hear({ text: event.say });
    else if ('press' in event) this.hear(this.pressed(event.press));
    else if ('skip' in event) this.skip(event.skip);
    else if ('at' in event) this.waitUntil(Date.parse(event.at));
    else if ('agent' in event) this.agent(event);
    else if ('customer' in event) this.leave();
    else if ('set' in event) this.set(event.set);
    else if ('http' in event) this.answered(event.http);
    else if ('httpFailed' in event) this.unanswered(event.httpFailed);
    else if ('event' in event) this.trigger(this.told(event.event, event.data ?? {}));
    else if ('schedule' in event) this.trigger(this.due(event.schedule));
    else this.unavailable();
  }

  private change(part: Partial<SimulationState>): void {
    this.state = { ...this.state, ...part };
  }

  private tell(entry: Omit<TranscriptEntry, 'at'>): void {
    this.change({ entries: [...this.state.entries, { at: isoInstant(this.state.now), ...entry }] });
  }

  private hear({ text, choice }: { text: string; choice?: string }): void {
    this.change({ messages: this.state.messages + 1 });
    const message: InboundMessage = { id: `m${this.state.messages}`, text, ...(choice === undefined ? {} : { choice }) };
    const { agent, session, language } = this.state;
    // As in production: while an agent holds the conversation the flow is deaf, and one whose flow failed is with people.
    if (agent !== null || session.status === 'failed') return this.tell({ from: 'customer', text });
    if (this.listens()) return this.happen({ type: 'message.received', message }, { from: 'customer', text });
    return this.happen({ type: 'session.started', input: this.deps.variables, language, message }, { from: 'customer', text });
  }

  /** Who writes after the end is greeted anew. Turns count on, so that no two effects have one id. */
  private begun(): SessionState {
    const { session, language } = this.state;
    if (session.status !== 'done') return session;
    return { ...startState(this.deps.flow.ref, this.deps.flow, { rng: session.rng, language }), seq: session.seq };
  }

  private leave(): void {
    if (this.listens()) return this.happen({ type: 'customer.left' }, { from: 'customer' });
    return this.tell({ from: 'customer', event: 'customer.left' });
  }

  /** Whether what the customer and time do reaches the flow. */
  private listens(): boolean {
    const { agent, session } = this.state;
    return agent === null && session.status === 'active' && session.seq > 0;
  }

  private pressed(wanted: string): { text: string; choice: string } {
    const button = this.state.shown.findLast(({ value, label }) => value === wanted || label === wanted);
    if (!button) throw new SimulationError('no-such-button', `no button "${wanted}" has been shown`);
    return { text: button.label, choice: button.value };
  }

  private skip(time: string): void {
    const { now, timers } = this.state;
    const [first] = timers;
    if (time === 'next-timer' && !first) throw new SimulationError('no-timer', 'no timer is running');
    this.waitUntil(time === 'next-timer' ? (first?.fireAt ?? now) : now + (durationToMs(time) ?? 0));
  }

  private waitUntil(until: Instant): void {
    if (until < this.state.now) throw new SimulationError('past', `${isoInstant(until)} is over: it is ${isoInstant(this.state.now)}`);
    for (let next = this.state.timers[0]; next && next.fireAt <= until; next = this.state.timers[0]) {
      const { timerId, generation, fireAt } = next;
      this.change({ now: fireAt, timers: this.state.timers.slice(1) });
      if (this.listens()) this.happen({ type: 'timer.fired', timerId, generation }, { from: 'system' });
    }
    this.change({ now: until });
  }

  private agent(event: Extract<ScriptEvent, { agent: string }>): void {
    const agentId = event.as ?? this.state.agent ?? SOMEBODY;
    if (event.agent !== 'replied') {
      this.change({ agent: event.agent === 'joined' ? agentId : null });
      return this.happen({ type: `agent.${event.agent}`, agentId }, { from: 'agent' });
    }
    if (this.state.agent === null) throw new SimulationError('no-agent', 'no agent holds the conversation');
    this.tell({ from: 'agent', text: event.say });
  }

  private unavailable(): void {
    const { handoff } = this.state.session;
    if (handoff === null) throw new SimulationError('no-handoff', 'nobody has been asked for');
    this.happen({ type: 'handoff.unavailable', effectId: handoff }, { from: 'system' });
  }

  /** Read as the runtime reads what really came. */
  private answered({ status, body = '', headers = {} }: Extract<ScriptEvent, { http: unknown }>['http']): void {
    const { id, request } = this.request();
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const reading = readAnswer(request, { status, headers: lower, body: typeof body === 'string' ? body : JSON.stringify(body) });
    if (reading.ok) return this.happen({ type: 'effect.succeeded', effectId: id, result: reading.result as unknown as Json }, { from: 'system' });
    return this.happen({ type: 'effect.failed', effectId: id, error: { code: reading.code, message: reading.detail } }, { from: 'system' });
  }

  private unanswered(how: Extract<ScriptEvent, { httpFailed: unknown }>['httpFailed']): void {
    this.happen({ type: 'effect.failed', effectId: this.request().id, error: { code: `http-${how}`, message: 'the script says so' } }, { from: 'system' });
  }

  /** The request the flow waits for. */
  private request(): Extract<Effect, { kind: 'http.request' }> {
    const { effects, session } = this.state;
    const waiting = effects.findLast(({ id }) => id === session.awaited);
    if (waiting?.kind !== 'http.request' || this.state.agent !== null) throw new SimulationError('no-request', 'no service has been asked');
    return waiting;
  }

  /** What an event's data make of the variables; null when they do not fit. */
  private told(name: string, data: JsonObject): JsonObject | null {
    const trigger = this.deps.flow.triggers?.find((each) => each.type === 'api-event' && each.event === name);
    if (trigger?.type !== 'api-event') throw new SimulationError('no-such-trigger', `the flow does not wait for the event "${name}"`);
    const read = triggerInput(trigger, data);
    return read.ok ? read.input : null;
  }

  private due(id: string): JsonObject {
    const trigger = this.deps.flow.triggers?.find((each) => each.type === 'schedule' && each.id === id);
    if (!trigger) throw new SimulationError('no-such-trigger', `the flow has no schedule "${id}"`);
    return {};
  }

  /** As in production: a flow begins where nobody speaks, and whoever speaks is not interrupted. */
  private trigger(input: JsonObject | null): void {
    const { agent, session, language } = this.state;
    const free = agent === null && (session.status === 'done' || (session.status === 'active' && session.seq === 0));
    if (!free || input === null) return this.tell({ from: 'system', event: 'trigger-not-begun' });
    return this.happen({ type: 'session.started', input: { ...this.deps.variables, ...input }, language }, { from: 'system' });
  }

  private set(world: World): void {
    this.change(worldAfter(this.state, world, this.deps.hours));
    this.tell({ from: 'system', event: 'world.set' });
    this.settle();
  }

  /** A turn of the conversation, and what the people around make of it. */
  private happen(event: EngineEvent, entry: Pick<TranscriptEntry, 'from' | 'text'>): void {
    this.rounds = 0;
    this.turn(event, entry);
    this.settle();
  }

  /** Answers a hand-over that waits, as the routing does: at once, and `unavailable` only to a flow that asked for it. */
  private settle(): void {
    const { staffing, session, agent, effects } = this.state;
    const request = effects.findLast(({ id }) => id === session.handoff);
    if (request?.kind !== 'handoff.request' || agent !== null || staffing === 'by-hand') return;
    if (staffing === 'available') {
      this.change({ agent: SOMEBODY });
      return this.turn({ type: 'agent.joined', agentId: SOMEBODY }, { from: 'agent' });
    }
    if (request.requirement.mode !== 'live') return;
    this.count();
    this.turn({ type: 'handoff.unavailable', effectId: request.id }, { from: 'system' });
    this.settle();
  }

  private turn(event: EngineEvent, entry: Pick<TranscriptEntry, 'from' | 'text'>): void {
    const { now, session, contact, calendars } = this.state;
    const { flow, limits } = this.deps;
    const { state, effects, trace } = step(event.type === 'session.started' ? this.begun() : session, event, {
      now,
      sessionId: 'simulation',
      facts: { contact, calendars: calendars as unknown as JsonObject },
      flows: (ref) => (ref === flow.ref ? flow : undefined),
      limits,
    });
    const changed = changedVariables(variablesOf(session), variablesOf(state));
    const path = [...this.state.path];
    for (const item of trace) {
      if (item.kind === 'entered') path.push({ node: item.node });
      const last = item.kind === 'left' ? path.findLastIndex(({ node }) => node === item.node) : -1;
      if (item.kind === 'left' && last >= 0) path[last] = { node: item.node, port: item.port };
    }
    this.change({ session: state, path });
    this.tell({ ...entry, ...(entry.text === undefined ? { event: event.type } : {}), ...(changed ? { changed } : {}), trace: [...trace] });
    for (const effect of effects) this.take(effect);
    // Answered at once, as the runtime does within one delivery; after everything else of the turn.
    for (const effect of effects) if (effect.kind === 'knowledge.search') this.answer(effect);
  }

  private answer({ id, query, language, limit }: Extract<Effect, { kind: 'knowledge.search' }>): void {
    this.count();
    const { said, knowledge } = this.deps;
    const told = Object.hasOwn(said, query) ? said[query] : said['*'];
    const result: KnowledgeResult = told ?? knowledge?.({ query, language, limit, now: this.state.now }) ?? { outcome: 'none', candidates: [] };
    if (!told) this.change({ found: { ...this.state.found, [query]: result } });
    this.turn({ type: 'effect.succeeded', effectId: id, result: result as unknown as Json }, { from: 'system' });
  }

  private count(): void {
    this.rounds += 1;
    if (this.rounds > MOST_ROUNDS) throw new SimulationError('endless-search', `more than ${MOST_ROUNDS} searches or hand-overs in one turn`);
  }

  private take(effect: Effect): void {
    this.change({ effects: [...this.state.effects, effect] });
    const { timers } = this.state;
    switch (effect.kind) {
      case 'message.send': {
        const { parts, options } = effect.content;
        if (options) this.change({ shown: [...this.state.shown, ...options] });
        return this.tell({ from: 'assistant', text: parts.map(({ text }) => text).join('\n'), ...(options ? { options } : {}) });
      }
      case 'timer.set': {
        const { timerId, generation, fireAt } = effect;
        const others = timers.filter((timer) => timer.timerId !== timerId);
        return this.change({ timers: [...others, { timerId, generation, fireAt }].sort((left, right) => left.fireAt - right.fireAt || (left.timerId < right.timerId ? -1 : 1)) });
      }
      case 'timer.cancel':
        return this.change({ timers: timers.filter(({ timerId }) => timerId !== effect.timerId) });
      case 'contact.patch':
        this.change(worldAfter(this.state, { contact: { attributes: { [effect.name]: effect.value } } }, {}));
        return this.tell({ from: 'system', event: effect.kind });
      case 'answer.record':
      case 'knowledge.search':
        return undefined;
      default:
        return this.tell({ from: 'system', event: effect.kind });
    }
  }
}

function changedVariables(before: JsonObject, after: JsonObject): JsonObject | undefined {
  const changed = Object.entries(after).filter(([name, value]) => canonicalJson(value) !== canonicalJson(before[name] ?? null));
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}
