import { compile } from '@/flows/compiler/compile';
import { fixedCalendar } from '@/flows/simulator/fixed-calendar';
import type { Calendar } from '@/flows/calendars/calendar';
import { durationToMs } from '@/flows/document/duration';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { JsonObject } from '@/flows/document/json';
import type { CompiledTrigger } from '@/flows/compiler/machine-json';
import type { SessionState } from '@/flows/engine/engine-types';
import { triggerInput } from '@/flows/engine/trigger-input';
import type { Article } from '@/flows/knowledge/article';
import { defaultRegistry } from '@/flows/nodes/registry';
import { scriptSchema, type Script, type ScriptEvent } from '@/flows/simulator/script';
import type { Transcript } from '@/flows/simulator/transcript';
import { PermanentError } from '@/lib/runtime/effects/effect-errors';
import { httpRequest } from '@/lib/runtime/effects/http-request';
import type { HttpClient } from '@/lib/runtime/effects/http-request/http-client';
import { createRuntime } from '@/lib/runtime/create-runtime';
import type { ConversationKey, Receipt, Runtime, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { virtualClock } from '@/lib/runtime/testing/virtual-clock';
import { openStore } from '@/lib/store/open-store';
import { seedArticles } from '@/lib/store/testing/seed-articles';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { temporaryDatabase } from '@/lib/store/testing/temporary-database';
import { pino } from 'pino';
import { calendarsOf } from './random-script';
import { transcriptFromLog, type Aside } from './transcript-from-log';

type Act = RuntimeEvent extends infer E ? (E extends RuntimeEvent ? Omit<E, 'key'> : never) : never;

export interface RuntimePlay {
  /** Plays a script as a customer, agents and time would, and tells what the database then holds. */
  play(document: FlowDocument, script: Script): Promise<Transcript>;
  close(): Promise<void>;
}

/** The real runtime on a real SQLite file, under a clock that is moved by hand. Each flow has a workspace, each script a customer of its own. */
export async function runtimePlay(articles: readonly Article[]): Promise<RuntimePlay> {
  const { file, remove } = temporaryDatabase();
  const clock = virtualClock(0);
  const store = openStore(file);
  // Services answer when the script says so, see Stage.answered: those that are really asked keep silent until the end.
  let hangUp = (): void => undefined;
  const silence = new Promise<never>((_resolve, reject) => (hangUp = () => reject(new Error('over'))));
  silence.catch(() => undefined);
  const runtime = createRuntime({
    store: store.turns,
    clock,
    registry: defaultRegistry,
    log: pino({ level: 'silent' }),
    onCommitted: () => undefined,
    http: { send: () => silence, close: async () => undefined },
  });
  await runtime.start();
  const workspaces = new Map<FlowDocument, string>();
  let customers = 0;
  return {
    async play(document, given) {
      const script = scriptSchema.parse(given);
      const known = workspaces.get(document);
      const workspaceId = known ?? `w${workspaces.size + 1}`;
      workspaces.set(document, workspaceId);
      customers += 1;
      clock.advance(Date.parse(script.start) - clock.now());
      const conversation = await new Stage({ store, runtime, clock, articles }, workspaceId).open(document, script, { visitor: `visitor-${customers}`, furnished: known !== undefined });
      for (const event of script.events) await conversation.act(event);
      const transcript = await conversation.transcript();
      // The clock is set back for the next script: nothing of this one may wake then.
      await store.admin.timer.deleteMany({ where: { workspaceId } });
      return transcript;
    },
    async close() {
      hangUp();
      await runtime.stop();
      await store.close();
      remove();
    },
  };
}

type ParsedScript = ReturnType<typeof scriptSchema.parse>;

interface World {
  store: ReturnType<typeof openStore>;
  runtime: Runtime;
  clock: ReturnType<typeof virtualClock>;
  articles: readonly Article[];
}

class Stage {
  private key: ConversationKey = { workspaceId: '', conversationId: '' };
  private flow: ReturnType<typeof compiled> | undefined;
  private readonly asides: Aside[] = [];
  private delivered = 0;
  private hours: Record<string, Calendar> = {};
  private readonly agentId: string;

  constructor(
    private readonly world: World,
    private readonly workspaceId: string,
  ) {
    this.agentId = `${workspaceId}-lea`;
  }

  async open(document: FlowDocument, script: ParsedScript, { visitor, furnished }: { visitor: string; furnished: boolean }): Promise<this> {
    const { workspaceId } = this;
    const { admin } = this.world.store;
    this.flow = compiled(document);
    if (!furnished) await this.furnish(document, this.flow);
    for (const key of calendarsOf(this.flow)) {
      const said = script.facts?.calendars?.[key] ?? 'open';
      const calendar = typeof said === 'string' ? fixedCalendar(key, said) : said;
      this.hours[key] = calendar;
      await admin.calendar.upsert({ where: { workspaceId_key: { workspaceId, key } }, create: { workspaceId, ...row(calendar) }, update: row(calendar) });
    }
    const { language, contact } = script;
    const { conversationId } = await this.world.runtime.openConversation({ workspaceId, connectionId: `${workspaceId}-connection`, externalId: visitor, language });
    this.key = { workspaceId, conversationId };
    const { attributes = {}, ...known } = { name: null, email: null, phone: null, locale: language, ...contact };
    await admin.profile.updateMany({ where: { workspaceId, identities: { some: { externalId: visitor } } }, data: { ...known, attributes: JSON.stringify(attributes) } });
    return this;
  }

  /** What the flow stands on, once: its version, people who can take every hand-over, its articles. */
  private async furnish(document: FlowDocument, flow: ReturnType<typeof compiled>): Promise<void> {
    const { workspaceId, agentId } = this;
    const { admin } = this.world.store;
    const { skills, queues } = wanted(document);
    await seedWorkspace(admin, workspaceId, { document, agents: [{ id: agentId, capacity: 10_000, skills: Object.fromEntries(skills.map((skill) => [skill, 5])) }] });
    if (flow.facts.includes('knowledge')) await seedArticles(admin, workspaceId, this.world.articles);
    for (const key of queues.filter((queue) => queue !== 'service')) {
      await admin.queue.create({ data: { workspaceId, key, name: '{}' } });
      await admin.queueMember.create({ data: { workspaceId, queueKey: key, userId: agentId } });
    }
  }

  async act(event: ScriptEvent): Promise<void> {
    if ('set' in event) return this.set(event.set);
    if ('skip' in event) return this.moveTo(event.skip === 'next-timer' ? await this.nextTimer() : this.world.clock.now() + (durationToMs(event.skip) ?? 0));
    if ('at' in event) return this.moveTo(Date.parse(event.at));
    const receipt = await this.deliver(await this.runtimeEvent(event));
    if (!receipt.outcome.ok && !('customer' in event)) throw new Error(`${JSON.stringify(event)} was refused: ${receipt.outcome.code}`);
    await this.world.runtime.route(this.workspaceId);
  }

  async transcript(): Promise<Transcript> {
    if (!this.flow) throw new Error('not open');
    return transcriptFromLog(this.world.store.admin, this.key, this.flow, this.asides);
  }

  private deliver(event: Act): Promise<Receipt> {
    this.delivered += 1;
    return this.world.runtime.deliver(this.key, { ...event, key: `k${this.delivered}` } as RuntimeEvent);
  }

  private async runtimeEvent(event: Exclude<ScriptEvent, { set: unknown } | { skip: unknown } | { at: unknown }>): Promise<Act> {
    const { agentId } = this;
    if ('press' in event) return this.pressed(event.press);
    if ('customer' in event) return { type: 'customer.left' };
    if ('http' in event || 'httpFailed' in event) return this.answered(event);
    if ('event' in event) return this.triggered(({ type, ...trigger }) => type === 'api-event' && 'event' in trigger && trigger.event === event.event, event.data ?? {});
    if ('schedule' in event) return this.triggered(({ type, id }) => type === 'schedule' && id === event.schedule, {});
    if ('handoff' in event) return { type: 'handoff.unavailable', effectId: (await this.session())?.handoff ?? '' };
    if (!('agent' in event)) return { type: 'customer.message', text: event.say };
    if (event.agent === 'replied') return { type: 'agent.replied', agentId, text: event.say };
    return { type: event.agent === 'joined' ? 'agent.accepted' : `agent.${event.agent}`, agentId };
  }

  /** What the effect's handler delivers, once the service answered as the script says. */
  private async answered(event: Extract<ScriptEvent, { http: unknown } | { httpFailed: unknown }>): Promise<Act> {
    const effectId = (await this.session())?.awaited ?? '';
    const { workspaceId } = this;
    const row = await this.world.store.admin.outbox.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id: effectId } } });
    if ('httpFailed' in event) return { type: 'effect.failed', effectId, error: { code: `http-${event.httpFailed}`, message: 'the script says so' } };
    const { status, body = '', headers = {} } = event.http;
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const client: HttpClient = {
      send: async () => ({ status, headers: lower, body: typeof body === 'string' ? body : JSON.stringify(body) }),
      close: async () => undefined,
    };
    const item = { ...this.key, id: effectId, seq: row.seq, kind: row.kind, payload: JSON.parse(row.payload) as JsonObject, attempts: 1 };
    try {
      return { type: 'effect.succeeded', effectId, result: (await httpRequest(client).carryOut(item)) ?? null };
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      return { type: 'effect.failed', effectId, error: { code: error.code, message: error.message } };
    }
  }

  /** What the events' door and the schedules deliver. */
  private triggered(wanted: (trigger: CompiledTrigger) => boolean, data: JsonObject): Act {
    const trigger = this.flow?.triggers?.find(wanted);
    if (!trigger) throw new Error('no such trigger');
    const read = trigger.type === 'api-event' ? triggerInput(trigger, data) : { ok: true as const, input: {} };
    return {
      type: 'flow.triggered',
      flowId: `${this.workspaceId}-flow`,
      versionId: `${this.workspaceId}-v1`,
      triggerId: trigger.id,
      event: trigger.type === 'api-event' ? trigger.event : '',
      input: read.ok ? read.input : {},
      ...(!read.ok && { misfit: { variable: read.variable, path: read.path, type: read.type } }),
    };
  }

  /** What a channel sends when a button is pressed that it was given to show. */
  private async pressed(wanted: string): Promise<Act> {
    const messages = await this.world.store.admin.message.findMany({ where: this.key, orderBy: { seq: 'asc' } });
    const shown = messages.flatMap(({ content }) => (JSON.parse(content) as { options?: { value: string; label: string }[] }).options ?? []);
    const button = shown.findLast(({ value, label }) => value === wanted || label === wanted);
    if (!button) throw new Error(`no button ${wanted}`);
    return { type: 'customer.message', text: button.label, choice: button.value };
  }

  private async session(): Promise<SessionState | null> {
    const last = await this.world.store.admin.flowSession.findFirst({ where: this.key, orderBy: { caseNumber: 'desc' } });
    return last && (JSON.parse(last.state) as SessionState);
  }

  private async nextTimer(): Promise<number> {
    const next = await this.world.store.admin.timer.findFirst({ where: this.key, orderBy: { fireAt: 'asc' } });
    if (!next) throw new Error('no timer is running');
    return Number(next.fireAt);
  }

  /** Lets time pass; the runtime's own loop wakes what is due, each at its time. */
  private async moveTo(until: number): Promise<void> {
    const { clock, store } = this.world;
    for (;;) {
      const next = await store.admin.timer.findFirst({ where: { ...this.key, fireAt: { lte: BigInt(until) } }, orderBy: { fireAt: 'asc' } });
      if (!next) break;
      clock.advance(Number(next.fireAt) - clock.now());
      while ((await store.admin.timer.count({ where: { ...this.key, fireAt: { lte: BigInt(clock.now()) } } })) > 0) await new Promise((resolve) => setTimeout(resolve, 1));
      await this.world.runtime.route(this.workspaceId);
    }
    clock.advance(until - clock.now());
  }

  private async set({ calendars = {} }: Extract<ScriptEvent, { set: unknown }>['set']): Promise<void> {
    const { workspaceId } = this;
    for (const [key, said] of Object.entries(calendars)) {
      const calendar = said === 'hours' ? this.hours[key] : typeof said === 'string' ? fixedCalendar(key, said) : said;
      if (calendar) await this.world.store.admin.calendar.updateMany({ where: { workspaceId, key }, data: row(calendar) });
    }
    const events = await this.world.store.admin.inboundEvent.count({ where: this.key });
    this.asides.push({ afterSeq: events, at: this.world.clock.now(), event: 'world.set' });
  }
}

function compiled(document: FlowDocument) {
  const result = compile(document, { ref: 'draft', registry: defaultRegistry });
  if (!result.ok) throw new Error(`${document.name} is not sound`);
  return result.flow;
}

/** The skills and queues a flow's hand-overs name. */
function wanted(document: FlowDocument): { skills: string[]; queues: string[] } {
  const refs = Object.values(document.nodes).flatMap(({ type, data }) => {
    const definition = defaultRegistry.get(type);
    return definition ? definition.refs(definition.data.parse(data) as never) : [];
  });
  const keys = (kind: string): string[] => [...new Set(refs.filter((ref) => ref.kind === kind).map(({ key }) => key))];
  return { skills: keys('skill'), queues: keys('queue') };
}

function row({ key, name, timeZone, spans, holidays }: Calendar) {
  return { key, name: JSON.stringify(name), timeZone, spans: JSON.stringify(spans), holidays: JSON.stringify(holidays), updatedAt: 0n };
}
