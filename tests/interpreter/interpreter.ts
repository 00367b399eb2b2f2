import { normaliseAnswer } from '@/flows/answers/normalise-answer';
import type { Calendar } from '@/flows/calendars/calendar';
import type { ActionJson, CompiledFlow, GuardJson, MachineContext, MessageTemplate, StateJson, TransitionJson } from '@/flows/compiler/machine-json';
import { evaluateCondition } from '@/flows/expressions/condition';
import { renderTemplate } from '@/flows/expressions/template';

/**
 * A second implementation of docs/machine.md, written from that page: no XState, nothing of flows/engine. It knows the
 * machine and vocabulary 1; vocabulary-2.ts and -3.ts add the later words. The test beside it plays both against the engine.
 */
export type Session = { value: string; context: MachineContext; status: 'active' | 'done' | 'failed'; seq: number; timers: Record<string, number>; handoff: string | null; awaited: string | null };
export type World = { now: number; sessionId: string; contact: Values; calendars: Record<string, Calendar>; iterations: number; effects: number; textLength: number };
export type WorldEvent = { type: string; language?: string; input?: Values; message?: Message; timerId?: string; generation?: number; effectId?: string; result?: unknown };
export type Values = MachineContext['variables'];
type Message = { text: string; choice?: string };
type Effect = { id: string; kind: string } & Record<string, unknown>;
export type Reader = new (flow: CompiledFlow, session: Session, event: WorldEvent, world: World) => Turn;

export function begin(flow: CompiledFlow, language: string): Session {
  return { value: 'idle', context: { ...flow.machine.context, language }, status: 'active', seq: 0, timers: {}, handoff: null, awaited: null };
}

export function play(flow: CompiledFlow, before: Session, event: WorldEvent, world: World, Reads: Reader = Turn): { session: Session; effects: Effect[] } {
  const seq = before.seq + 1;
  const ignored = { session: { ...before, seq }, effects: [] };
  if (before.status !== 'active') return ignored;
  if (event.type === 'timer.fired' && before.timers[event.timerId ?? ''] !== event.generation) return ignored;
  if (event.type === 'handoff.unavailable' && event.effectId !== before.handoff) return ignored;
  if (event.type.startsWith('effect.') && event.effectId !== before.awaited) return ignored;
  try {
    const turn = new Reads(flow, { ...before, seq }, event, world);
    return turn.run() ? { session: turn.session, effects: turn.effects } : ignored;
  } catch {
    const timers = Object.keys(before.timers).sort();
    const effects = timers.map((timerId, index) => ({ id: `${world.sessionId}:${seq}:${index}`, kind: 'timer.cancel', timerId }));
    return { session: { ...before, seq, status: 'failed', timers: {}, handoff: null, awaited: null }, effects };
  }
}

export class Turn {
  readonly effects: Effect[] = [];
  private node: string;

  constructor(protected flow: CompiledFlow, readonly session: Session, protected event: WorldEvent, protected world: World) {
    this.node = flow.sourceMap[session.value] ?? '';
    const { context } = session;
    if (event.type !== 'session.started' || session.value !== 'idle') return;
    session.context = { ...context, language: event.language ?? '', variables: { ...context.variables, ...this.remembered(), ...event.input } };
  }

  /** What a session begins with besides its input. */
  protected remembered(): Values { return {}; }

  run(): boolean {
    const { session, event } = this;
    let next = this.choose(event.type === 'timer.fired' ? this.state().after?.[split(event.timerId ?? '')[1]] : this.state().on?.[event.type]);
    if (!next) return false;
    if (event.timerId !== undefined) session.timers = without(session.timers, event.timerId);
    if (event.type === 'agent.joined') session.handoff = null;
    if (event.type.startsWith('effect.')) session.awaited = null;
    for (let rounds = 0; next; rounds += 1) {
      if (rounds > this.world.iterations) fail('without end');
      this.take(next);
      next = this.choose(this.state().always);
    }
    if (this.state().type === 'final') Object.assign(session, { status: 'done', handoff: null, awaited: null });
    return true;
  }

  private state(name = this.session.value): StateJson { return this.flow.machine.states[name] ?? fail('no such state'); }
  private choose(list: TransitionJson[] | undefined): TransitionJson | undefined { return list?.find(({ guard }) => !guard || this.holds(guard)); }

  private take({ target, reenter, actions = [] }: TransitionJson): void {
    const { session } = this;
    const moves = target !== undefined && (target !== session.value || reenter === true);
    const timersOf = (name: string) => Object.keys(this.state(name).after ?? {}).map((ms) => `${name}:${ms}`);
    for (const timerId of moves ? timersOf(session.value).filter((id) => id in session.timers) : []) {
      session.timers = without(session.timers, timerId);
      this.emit('timer.cancel', { timerId });
    }
    for (const action of actions) this.act(action);
    if (!moves) return;
    session.value = target;
    for (const timerId of timersOf(target)) {
      session.timers = { ...session.timers, [timerId]: session.seq };
      this.emit('timer.set', { timerId, generation: session.seq, fireAt: this.world.now + Number(split(timerId)[1]) });
    }
  }

  protected holds(guard: GuardJson): boolean {
    const { message } = this.event;
    switch (guard.type) {
      case 'all': return guard.params.of.every((one) => this.holds(one));
      case 'counter-below': return (this.session.context.counters[guard.params.counter] ?? 0) < guard.params.limit;
      case 'matches-option': return message !== undefined && (message.choice === guard.params.value || guard.params.keys.includes(normaliseAnswer(message.text)));
      case 'expression': return valueOf(evaluateCondition(guard.params.source, this.environment()));
      default: return fail(`no guard ${guard.type}`);
    }
  }

  protected act(action: ActionJson): void {
    const { context } = this.session;
    switch (action.type) {
      case 'enter': return void (this.node = action.params.node);
      case 'leave': return;
      case 'count': return this.change({ counters: { ...context.counters, [action.params.counter]: (context.counters[action.params.counter] ?? 0) + 1 } });
      case 'reset': return this.change({ counters: without(context.counters, action.params.counter) });
      case 'assign': return this.assign(action.params.variable, action.params.value);
      case 'record-answer': return void this.emit('answer.record', action.params);
      case 'close': return void this.emit('conversation.close', action.params);
      case 'cancel-handoff': this.session.handoff = null; return void this.emit('handoff.cancel', action.params);
      case 'request-handoff': return void (this.session.handoff = this.emit('handoff.request', { node: action.params.node, requirement: without({ ...action.params }, 'node') }));
      case 'send': return this.send(action.params);
      default: return fail(`no action ${action.type}`);
    }
  }

  protected change(changes: Partial<MachineContext>): void { this.session.context = { ...this.session.context, ...changes }; }
  protected assign(name: string, value: Values[string]): void { this.change({ variables: { ...this.session.context.variables, [name]: value } }); }

  protected send({ parts, options }: MessageTemplate): void { this.say(parts.map(({ text }) => this.render(text)), options?.map(({ value, label }) => ({ value, label: this.pick(label) }))); }

  protected say(texts: string[], options?: object[]): void {
    const parts = texts.filter((text) => text.trim() !== '').map((text) => ({ kind: 'text', text }));
    if (parts.length > 0 || options?.length) this.emit('message.send', { node: this.node, content: { language: this.session.context.language, parts, ...(options && { options }) } });
  }

  protected render(text: Record<string, string>): string { return valueOf(renderTemplate(this.pick(text), this.environment(), { locale: this.session.context.language, limits: this.world })); }
  protected environment(): Values { return { ...this.session.context.variables, contact: this.world.contact, message: { text: this.event.message?.text ?? '' } }; }

  protected pick(text: Record<string, string>): string {
    const parts = this.session.context.language.split('-');
    const wanted = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
    return [...wanted, ...this.flow.languages, ...Object.keys(text)].map((locale) => text[locale]).find((found) => found !== undefined && found.trim() !== '') ?? '';
  }

  protected emit(kind: string, body: object): string {
    if (this.effects.length >= this.world.effects) fail('too many effects');
    const id = `${this.world.sessionId}:${this.session.seq}:${this.effects.length}`;
    this.effects.push({ id, kind, ...body });
    return id;
  }
}

const split = (timerId: string): [string, string] => [timerId.slice(0, timerId.lastIndexOf(':')), timerId.slice(timerId.lastIndexOf(':') + 1)];
const without = <T>(record: Record<string, T>, key: string): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
export const fail = (why: string): never => { throw new Error(why); };
export function valueOf<T>(result: { ok: true; value: T } | { ok: true; text: T } | { ok: false; detail: string }): T {
  return !result.ok ? fail(result.detail) : 'text' in result ? result.text : result.value;
}
