import { MOST_ROUNDS } from '@/flows/engine/limits';
import { canonicalJson } from '@/flows/document/canonical-json';
import type { Json, JsonObject } from '@/flows/document/json';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import { durationToMs } from '@/flows/document/duration';
import type { Effect, EngineEvent, Facts, InboundMessage, Instant, Limits, SearchKnowledge, SessionState } from '@/flows/engine/engine-types';
import { startState } from '@/flows/engine/start-state';
import { step } from '@/flows/engine/step';
import { SimulationError } from './simulation-error';
import type { ScriptEvent } from './script';
import type { Transcript, TranscriptEntry } from './transcript';

/**
 * A conversation under a virtual clock. Drives the very `step()` that production runs; only clock, effects and
 * answers are the simulator's own.
 */
export class Simulation {
  private state: SessionState;
  private readonly entries: TranscriptEntry[] = [];
  private readonly effects: Effect[] = [];
  private readonly path: Transcript['path'] = [];
  private readonly timers = new Map<string, { generation: number; fireAt: Instant }>();
  private shown: { value: string; label: string }[] = [];
  private messages = 0;
  private withAgent = false;
  /** Searches answered since the script's last event. */
  private rounds = 0;

  constructor(
    private readonly flow: CompiledFlow,
    private now: Instant,
    private readonly language: string,
    private readonly given: { facts: Facts; limits: Limits; variables: JsonObject; search: SearchKnowledge },
  ) {
    this.state = startState(flow.ref, flow, { rng: 1, language });
  }

  /** Plays one event of a script. Throws SimulationError when it cannot happen here. */
  play(event: ScriptEvent): void {
    this.rounds = 0;
    if ('say' in event) this.hear({ text: event.say });
    else if ('press' in event) this.hear(this.pressed(event.press));
    else if ('skip' in event) this.skip(event.skip);
    else if ('agent' in event) this.agent(event.agent, event.as ?? 'agent');
    else if ('customer' in event) this.turn({ type: 'customer.left' }, { from: 'customer' });
    else this.unavailable();
  }

  transcript(): Transcript {
    return {
      entries: this.entries,
      state: this.state.status,
      variables: variablesOf(this.state),
      path: this.path,
      effects: this.effects,
      pendingTimers: this.due().map(({ timerId, fireAt }) => ({ timerId, fireAt: iso(fireAt) })),
    };
  }

  private hear({ text, choice }: { text: string; choice?: string }): void {
    this.messages += 1;
    const message: InboundMessage = { id: `m${this.messages}`, text, ...(choice === undefined ? {} : { choice }) };
    // While an agent owns the conversation the flow is deaf, as in production.
    if (this.withAgent) this.entries.push({ at: iso(this.now), from: 'customer', text });
    else if (this.state.seq === 0) this.turn({ type: 'session.started', input: this.given.variables, language: this.language, message }, { from: 'customer', text });
    else this.turn({ type: 'message.received', message }, { from: 'customer', text });
  }

  private pressed(wanted: string): { text: string; choice: string } {
    const button = this.shown.findLast(({ value, label }) => value === wanted || label === wanted);
    if (!button) throw new SimulationError('no-such-button', `no button "${wanted}" has been shown`);
    return { text: button.label, choice: button.value };
  }

  private skip(time: string): void {
    const first = this.due()[0];
    if (time === 'next-timer' && !first) throw new SimulationError('no-timer', 'no timer is running');
    const until = time === 'next-timer' ? (first?.fireAt ?? this.now) : this.now + (durationToMs(time) ?? 0);
    for (let next = this.due()[0]; next && next.fireAt <= until; next = this.due()[0]) {
      this.now = next.fireAt;
      this.timers.delete(next.timerId);
      this.turn({ type: 'timer.fired', timerId: next.timerId, generation: next.generation }, { from: 'system' });
    }
    this.now = until;
  }

  private agent(what: 'joined' | 'released' | 'closed', agentId: string): void {
    this.withAgent = what === 'joined';
    this.turn({ type: `agent.${what}`, agentId }, { from: 'agent' });
  }

  private unavailable(): void {
    if (this.state.handoff === null) throw new SimulationError('no-handoff', 'nobody has been asked for');
    this.turn({ type: 'handoff.unavailable', effectId: this.state.handoff }, { from: 'system' });
  }

  private turn(event: EngineEvent, entry: Pick<TranscriptEntry, 'from' | 'text'>): void {
    const { state, effects, trace } = step(this.state, event, {
      now: this.now,
      sessionId: 'simulation',
      facts: this.given.facts,
      flows: (ref) => (ref === this.flow.ref ? this.flow : undefined),
      limits: this.given.limits,
    });
    const changed = changedVariables(variablesOf(this.state), variablesOf(state));
    this.state = state;
    this.entries.push({
      at: iso(this.now),
      ...entry,
      ...(entry.text === undefined ? { event: event.type } : {}),
      ...(changed ? { changed } : {}),
      trace: [...trace],
    });
    for (const item of trace) {
      if (item.kind === 'entered') this.path.push({ node: item.node });
      const last = this.path.findLast(({ node }) => item.kind === 'left' && node === item.node);
      if (item.kind === 'left' && last) last.port = item.port;
    }
    for (const effect of effects) this.take(effect);
    // Answered at once, as the runtime does within one delivery; after everything else of the turn.
    for (const effect of effects) if (effect.kind === 'knowledge.search') this.answer(effect);
  }

  private answer({ id, query, language, limit }: Extract<Effect, { kind: 'knowledge.search' }>): void {
    this.rounds += 1;
    if (this.rounds > MOST_ROUNDS) throw new SimulationError('endless-search', `more than ${MOST_ROUNDS} searches in one turn`);
    const result = this.given.search({ query, language, limit, now: this.now });
    this.turn({ type: 'effect.succeeded', effectId: id, result: result as unknown as Json }, { from: 'system' });
  }

  private take(effect: Effect): void {
    this.effects.push(effect);
    const at = iso(this.now);
    switch (effect.kind) {
      case 'message.send': {
        const { parts, options } = effect.content;
        if (options) this.shown.push(...options);
        this.entries.push({ at, from: 'assistant', text: parts.map(({ text }) => text).join('\n'), ...(options ? { options } : {}) });
        break;
      }
      case 'timer.set':
        this.timers.set(effect.timerId, { generation: effect.generation, fireAt: effect.fireAt });
        break;
      case 'timer.cancel':
        this.timers.delete(effect.timerId);
        break;
      case 'answer.record':
      case 'knowledge.search':
        break;
      default:
        this.entries.push({ at, from: 'system', event: effect.kind });
    }
  }

  private due(): { timerId: string; generation: number; fireAt: Instant }[] {
    return [...this.timers]
      .map(([timerId, timer]) => ({ timerId, ...timer }))
      .sort((left, right) => left.fireAt - right.fireAt || (left.timerId < right.timerId ? -1 : 1));
  }
}

function variablesOf(state: SessionState): JsonObject {
  return state.frames.at(-1)?.context.variables ?? {};
}

function changedVariables(before: JsonObject, after: JsonObject): JsonObject | undefined {
  const changed = Object.entries(after).filter(([name, value]) => canonicalJson(value) !== canonicalJson(before[name] ?? null));
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
