import fc from 'fast-check';
import { WEEKDAYS, type Calendar, type Weekday } from '@/flows/calendars/calendar';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import type { JsonObject } from '@/flows/document/json';
import type { Article } from '@/flows/knowledge/article';
import type { SearchKnowledge } from '@/flows/engine/engine-types';
import { HTTP_FAILURES, scriptSchema, type Script, type ScriptEvent } from '@/flows/simulator/script';
import { currentState, openSimulation, playNext, type Simulation } from '@/flows/simulator/simulation';

/** What the services of the flows say, and what no flow expects. */
const ANSWERS: Extract<ScriptEvent, { http: unknown }>['http'][] = [
  { status: 200, body: { note: 'noted', total: 12.5, order: { status: 'shipped', carrier: 'Colissimo', eta: '2026-01-09' }, status: 'shipped' } },
  { status: 200, body: { note: 7, total: '3.5' } }, { status: 200, body: { note: ['no text'] } }, { status: 200, body: 'no JSON' }, { status: 404 }, { status: 500 }, { status: 201, headers: { 'X-Any': 'thing' } },
];

/** Who a customer of the scripts may be; also draws everything else. */
type Dice = (sides: number) => number;

const WORDS = [
  'hello', 'bonjour', 'ALLÔ ?!', 'yes', 'oui', 'no', 'non', 'advisor', 'conseiller', 'my parcel', 'où est mon colis', '1', '2', '3', '4', '99', '0', '  2 ', '…',
  'ada@example.org', 'ada@', 'AB-12345', '12345678', '4711', '+33 6 12 34 56 78', '0612345678', 'tomorrow', 'demain', '12/05/2026', '2026-05-12', '31/02/2026', '12,5', '1 000',
  'Where is my order?', 'Puis-je changer d’adresse ?', "Robert'); DROP TABLE Message;--", '{{ contact.name }}', 'A'.repeat(300), 'é'.normalize('NFD'), '😀', 'I do not know', 'je ne sais pas',
];
const SKIPS = ['PT1S', 'PT1M', 'PT9M', 'PT29M59S', 'PT30M', 'PT31M', 'PT3H', 'P1D', 'P3D'];
const STARTS = ['2026-01-05T09:00:00Z', '2026-03-29T00:45:00Z', '2026-07-11T18:59:30Z', '2026-10-25T00:30:00Z', '2026-12-25T10:00:00Z', '2027-02-28T23:55:00.5Z'];
const CONTACTS: NonNullable<Script['contact']>[] = [
  {},
  { name: 'Ada', email: 'ada@example.org' },
  { name: 'Ødegård, “Zoé”', phone: '+33612345678', attributes: { tier: 'gold', orders: 3, vip: true } },
  { name: null, locale: 'fr-CA', attributes: { language: 'fr', lastOrder: 'AB-12345' } },
];
const HOURS: Calendar['spans']['mon'] = [{ from: '09:00', to: '12:30' }, { from: '14:00', to: '19:00' }];

/** Dice for one script: the flow by the first, the script by the rest. */
export const diceArbitrary = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 40, maxLength: 120 });

/**
 * A script that can be played on the flow: its events are drawn while it is played, knowing which buttons are shown,
 * which timers run and who holds the conversation. Every kind of event occurs, those of people and of time included.
 */
export function randomScript(numbers: readonly number[], flow: CompiledFlow, languages: readonly string[], articles: readonly Article[], knowledge: SearchKnowledge): Script {
  let place = 0;
  const dice: Dice = (sides) => {
    place += 1;
    return (numbers[place % numbers.length] ?? 0) % sides;
  };
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  const setting = scriptSchema.omit({ events: true }).parse({
    language: pick([...languages, 'fr-CA', 'de']),
    start: pick(STARTS),
    contact: pick(CONTACTS),
    facts: { calendars: Object.fromEntries(calendarsOf(flow).map((key) => [key, pick(['open', 'closed', hours(key)])])) },
  });
  const events: ScriptEvent[] = [];
  let simulation = openSimulation(flow, setting, { knowledge });
  const length = 2 + dice(12);
  for (let count = 0; count < length; count += 1) {
    const begun = triggered(flow, { dice, pick });
    const event = count === 0 ? (begun && dice(3) > 0 ? begun : { say: pick(WORDS) }) : begun && dice(12) === 0 ? begun : nextEvent(simulation, { dice, pick, articles, flow });
    simulation = playNext(simulation, event);
    events.push(event);
  }
  return { ...setting, events };
}

/** An event or a schedule of the flow's own, now and then with data that does not fit; null for a flow that has none. */
function triggered({ triggers = [] }: CompiledFlow, { dice, pick }: { dice: Dice; pick<T>(list: readonly T[]): T }): ScriptEvent | null {
  if (triggers.length === 0) return null;
  const trigger = pick(triggers);
  if (trigger.type === 'schedule') return { schedule: trigger.id };
  const data: JsonObject = {};
  for (const { path, type } of Object.values(trigger.variables)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let at = data;
    for (const key of keys) at = at[key] = (at[key] as JsonObject | undefined) ?? {};
    if (dice(6) > 0) at[last] = dice(8) === 0 ? [] : type === 'number' ? dice(9) : type === 'boolean' ? dice(2) === 0 : type === 'date' ? '2026-03-01' : pick(WORDS);
  }
  return { event: trigger.event, data };
}

interface Draw {
  dice: Dice;
  pick<T>(list: readonly T[]): T;
  articles: readonly Article[];
  flow: CompiledFlow;
}

function nextEvent(simulation: Simulation, { dice, pick, articles, flow }: Draw): ScriptEvent {
  const { agent, session, timers, shown, now, effects } = currentState(simulation);
  const say = (): ScriptEvent => ({ say: words(simulation, { dice, pick, articles, flow }) });
  const roll = dice(100);
  if (agent !== null) {
    if (roll < 25) return { agent: 'replied', say: pick(WORDS) };
    if (roll < 50) return say();
    if (roll < 65) return { agent: 'released' };
    if (roll < 75) return { agent: 'closed' };
  } else if (session.handoff !== null) {
    if (roll < 35) return { agent: 'joined', as: 'lea' };
    if (roll < 55) return { handoff: 'unavailable' };
    if (roll < 65) return { customer: 'left' };
  }
  const asked = effects.findLast(({ id }) => id === session.awaited);
  // A service answers sooner or later; meanwhile she may write, and time may pass.
  if (agent === null && asked?.kind === 'http.request' && roll < 70) return roll < 10 ? { httpFailed: pick(HTTP_FAILURES) } : { http: pick(ANSWERS) };
  if (roll > 96 && calendarsOf(flow).length > 0) return { set: { calendars: { [pick(calendarsOf(flow))]: pick(['open', 'closed']) } } };
  if (roll > 93) return { customer: 'left' };
  if (roll > 88) return { at: new Date(now + dice(40) * 3_600_000).toISOString() };
  if (roll > 84) return { skip: pick(SKIPS) };
  if (roll > 74 && timers.length > 0) return { skip: 'next-timer' };
  // The newest question's buttons mostly, now and then one of an earlier question.
  const buttons = roll % 7 === 0 ? shown : shown.slice(-5);
  return roll > 25 && buttons.length > 0 ? { press: dice(2) === 0 ? pick(buttons).label : pick(buttons).value } : say();
}

function words(simulation: Simulation, { dice, pick, articles }: Draw): string {
  const { shown } = currentState(simulation);
  const roll = dice(10);
  if (roll < 3 && shown.length > 0) return pick(shown).label.toUpperCase();
  const asked = pick(articles);
  const questions = roll < 6 && asked ? Object.values(asked.phrasings).flat() : [];
  return questions.length > 0 ? pick(questions) : pick(WORDS);
}

/** The calendars a flow reads. */
export function calendarsOf({ facts }: CompiledFlow): string[] {
  return facts.flatMap((fact) => (fact.startsWith('calendars.') ? [fact.slice('calendars.'.length)] : []));
}

function hours(key: string): Calendar {
  const spans = Object.fromEntries(WEEKDAYS.map((day) => [day, day === 'sun' ? [] : HOURS])) as Record<Weekday, Calendar['spans']['mon']>;
  return { key, name: {}, timeZone: 'Europe/Paris', spans, holidays: [{ date: '2026-12-25', name: {}, spans: [] }] };
}
