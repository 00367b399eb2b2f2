import type { AnswerRule } from '@/flows/answers/answer-rule';
import type { ActionJson, CompiledFlow, GuardJson, MachineContext, MessageTemplate, StateJson, TransitionJson } from '@/flows/compiler/machine-json';
import { normaliseAnswer } from '@/flows/answers/normalise-answer';
import { parseAnswer } from '@/flows/answers/parse-answer';
import { readAs } from '@/flows/answers/read-as';
import type { Calendar } from '@/flows/calendars/calendar';
import { isOpen } from '@/flows/calendars/is-open';
import { isOfType } from '@/flows/document/variable-value';
import { evaluateCondition, evaluateExpression } from '@/flows/expressions/condition';
import { renderTemplate } from '@/flows/expressions/template';

/**
 * A second implementation of docs/machine.md, written from that page: no XState, nothing of flows/engine.
 * The test beside it plays it against the engine.
 */
export type Session = { value: string; context: MachineContext; status: 'active' | 'done' | 'failed'; seq: number; timers: Record<string, number>; handoff: string | null; awaited: string | null };
export type World = { now: number; sessionId: string; contact: Values; calendars: Record<string, Calendar>; iterations: number; effects: number; textLength: number };
export type WorldEvent = { type: string; language?: string; input?: Values; message?: Message; timerId?: string; generation?: number; effectId?: string; result?: unknown };
type Values = MachineContext['variables'];
type Message = { text: string; choice?: string };
type Effect = { id: string; kind: string } & Record<string, unknown>;
type Result = { outcome?: unknown; candidates?: { title: Record<string, string>; answer: Record<string, string> }[] } | undefined;

export function begin(flow: CompiledFlow, language: string): Session {
  return { value: 'idle', context: { ...flow.machine.context, language }, status: 'active', seq: 0, timers: {}, handoff: null, awaited: null };
}

export function play(flow: CompiledFlow, before: Session, event: WorldEvent, world: World): { session: Session; effects: Effect[] } {
  const seq = before.seq + 1;
  const ignored = { session: { ...before, seq }, effects: [] };
  if (before.status !== 'active') return ignored;
  if (event.type === 'timer.fired' && before.timers[event.timerId ?? ''] !== event.generation) return ignored;
  if (event.type === 'handoff.unavailable' && event.effectId !== before.handoff) return ignored;
  if (event.type.startsWith('effect.') && event.effectId !== before.awaited) return ignored;
  try {
    const turn = new Turn(flow, { ...before, seq }, event, world);
    return turn.run() ? { session: turn.session, effects: turn.effects } : ignored;
  } catch {
    const timers = Object.keys(before.timers).sort();
    const effects = timers.map((timerId, index) => ({ id: `${world.sessionId}:${seq}:${index}`, kind: 'timer.cancel', timerId }));
    return { session: { ...before, seq, status: 'failed', timers: {}, handoff: null, awaited: null }, effects };
  }
}

class Turn {
  readonly effects: Effect[] = [];
  private node: string;

  constructor(private flow: CompiledFlow, readonly session: Session, private event: WorldEvent, private world: World) {
    this.node = flow.sourceMap[session.value] ?? '';
    const { context } = session;
    if (event.type !== 'session.started' || session.value !== 'idle') return;
    const attributes = (world.contact.attributes ?? {}) as Values;
    const known = Object.entries(flow.contactVariables ?? {}).flatMap(([name, type]) => (isOfType(attributes[name] ?? null, type) && attributes[name] != null ? [[name, attributes[name]]] : []));
    session.context = { ...context, language: event.language ?? '', variables: { ...context.variables, ...Object.fromEntries(known), ...event.input } };
  }

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

  private state(name = this.session.value): StateJson {
    return this.flow.machine.states[name] ?? fail('no such state');
  }

  private choose(list: TransitionJson[] | undefined): TransitionJson | undefined {
    return list?.find(({ guard }) => !guard || this.holds(guard));
  }

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

  private holds(guard: GuardJson): boolean {
    const { message } = this.event;
    switch (guard.type) {
      case 'all': return guard.params.of.every((one) => this.holds(one));
      case 'counter-below': return (this.session.context.counters[guard.params.counter] ?? 0) < guard.params.limit;
      case 'matches-option': return message !== undefined && (message.choice === guard.params.value || guard.params.keys.includes(normaliseAnswer(message.text)));
      case 'expression': return valueOf(evaluateCondition(guard.params.source, this.environment()));
      case 'answer-valid': return this.answer(guard.params.answer).ok;
      case 'open-at': return isOpen(this.world.calendars[guard.params.calendar] ?? fail('no calendar'), this.world.now);
      case 'result-is': return (this.event.result as Result)?.outcome === guard.params.outcome;
      case 'matches-candidate': {
        const { node, index } = guard.params;
        const titles = Object.values(this.candidates(node)[index]?.title ?? {}).map(normaliseAnswer);
        const said = normaliseAnswer(message?.text ?? '');
        return message !== undefined && titles.length > 0 && (message.choice === `${node}:candidate-${index}` || said === String(index + 1) || (said !== '' && titles.includes(said)));
      }
    }
  }

  private act(action: ActionJson): void {
    const { context } = this.session;
    const change = (changes: Partial<MachineContext>) => void (this.session.context = { ...context, ...changes });
    const assign = (name: string | null, value: Values[string]) => (name === null ? undefined : change({ variables: { ...context.variables, [name]: value } }));
    switch (action.type) {
      case 'enter': return void (this.node = action.params.node);
      case 'leave': return;
      case 'count': return change({ counters: { ...context.counters, [action.params.counter]: (context.counters[action.params.counter] ?? 0) + 1 } });
      case 'reset': return change({ counters: without(context.counters, action.params.counter) });
      case 'assign': return assign(action.params.variable, action.params.value);
      case 'assign-template': return assign(action.params.variable, readAs(this.render(action.params.template), action.params.type));
      case 'assign-expression': {
        const value = valueOf(evaluateExpression(action.params.source, this.environment()));
        return assign(action.params.variable, isOfType(value, action.params.type) ? value : null);
      }
      case 'take-answer': {
        const { variable, node, title, secret } = action.params;
        const given = this.answer(action.params.answer);
        if (!given.ok) return;
        assign(variable, given.value);
        return void this.emit('answer.record', { node, title, value: secret ? Object.fromEntries(this.flow.languages.map((language) => [language, '•••'])) : given.shown });
      }
      case 'patch-contact': return void this.emit('contact.patch', { node: action.params.node, name: action.params.variable, value: context.variables[action.params.variable] ?? null });
      case 'search-knowledge': {
        const { node, limit, query: from } = action.params;
        const query = from.from === 'message' ? this.event.message?.text : context.variables[from.name];
        return void (this.session.awaited = this.emit('knowledge.search', { node, query: typeof query === 'string' ? query : query == null ? '' : JSON.stringify(query), language: context.language, limit }));
      }
      case 'keep-result': return change({ results: { ...context.results, [action.params.node]: (this.event.result ?? null) as Values[string] } });
      case 'send-article': return this.say([this.pick(this.candidates(action.params.node)[action.params.index]?.answer ?? {})]);
      case 'send-candidates': {
        const { node, parts, exits } = action.params;
        return this.send({ parts, options: [...this.candidates(node).map(({ title: label }, index) => ({ value: `${node}:candidate-${index}`, label })), ...exits] });
      }
      case 'record-answer': return void this.emit('answer.record', action.params);
      case 'close': return void this.emit('conversation.close', action.params);
      case 'cancel-handoff': this.session.handoff = null; return void this.emit('handoff.cancel', action.params);
      case 'request-handoff': {
        const { node, ...requirement } = action.params;
        return void (this.session.handoff = this.emit('handoff.request', { node, requirement }));
      }
      case 'send': return this.send(action.params);
    }
  }

  private send({ parts, options }: MessageTemplate): void {
    this.say(parts.map(({ text }) => this.render(text)), options?.map(({ value, label }) => ({ value, label: this.pick(label) })));
  }

  private say(texts: string[], options?: object[]): void {
    const parts = texts.filter((text) => text.trim() !== '').map((text) => ({ kind: 'text', text }));
    if (parts.length > 0 || options?.length) this.emit('message.send', { node: this.node, content: { language: this.session.context.language, parts, ...(options && { options }) } });
  }

  private render(text: Record<string, string>): string {
    return valueOf(renderTemplate(this.pick(text), this.environment(), { locale: this.session.context.language, limits: this.world }));
  }

  private answer(rule: AnswerRule): ReturnType<typeof parseAnswer> {
    const { message } = this.event;
    return message ? parseAnswer(message.text, rule, { ...message, now: this.world.now, language: this.session.context.language, languages: this.flow.languages }) : { ok: false };
  }

  private candidates(node: string): NonNullable<NonNullable<Result>['candidates']> {
    return (this.session.context.results?.[node] as Result)?.candidates ?? [];
  }

  private environment(): Values {
    return { ...this.session.context.variables, contact: this.world.contact, message: { text: this.event.message?.text ?? '' } };
  }

  private pick(text: Record<string, string>): string {
    const parts = this.session.context.language.split('-');
    const wanted = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
    return [...wanted, ...this.flow.languages, ...Object.keys(text)].map((locale) => text[locale]).find((found) => found !== undefined && found.trim() !== '') ?? '';
  }

  private emit(kind: string, body: object): string {
    if (this.effects.length >= this.world.effects) fail('too many effects');
    const id = `${this.world.sessionId}:${this.session.seq}:${this.effects.length}`;
    this.effects.push({ id, kind, ...body });
    return id;
  }
}

const split = (timerId: string): [string, string] => [timerId.slice(0, timerId.lastIndexOf(':')), timerId.slice(timerId.lastIndexOf(':') + 1)];
const without = <T>(record: Record<string, T>, key: string): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
const fail = (why: string): never => { throw new Error(why); };
function valueOf<T>(result: { ok: true; value: T } | { ok: true; text: T } | { ok: false; detail: string }): T {
  return !result.ok ? fail(result.detail) : 'text' in result ? result.text : result.value;
}
