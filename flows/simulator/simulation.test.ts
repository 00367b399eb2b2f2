import { describe, expect, it } from 'vitest';
import { calendarSchema } from '@/flows/calendars/calendar';
import { compile } from '@/flows/compiler/compile';
import { flowDocumentSchema, type FlowDocument } from '@/flows/document/flow-document';
import { defaultRegistry } from '@/flows/nodes/registry';
import { scriptSettingSchema, type ScriptEvent } from './script';
import { scriptOf } from './script-of';
import { simulate } from './simulate';
import { currentState, openSimulation, playAll, playNext, stepBack, type Simulation, type SimulationEnv } from './simulation';
import { SimulationError } from './simulation-error';
import { transcriptOf } from './transcript-of';

const text = (en: string) => ({ parts: [{ kind: 'text', text: { en } }] });
const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => [day, [{ from: '09:00', to: '18:00' }]]));
const service = calendarSchema.parse({ key: 'service', name: {}, timeZone: 'Europe/Paris', spans: { ...week, sun: [] }, holidays: [] });

/** Looks at the clock, then hands over, for at most ten minutes. */
const document: FlowDocument = flowDocumentSchema.parse({
  format: 1,
  triggers: [],
  listeners: [],
  name: 'Hours',
  languages: ['en'],
  variables: [],
  nodes: Object.fromEntries(
    Object.entries({
      start: ['start', {}],
      hours: ['business-hours', { calendar: 'service' }],
      person: ['hand-over', { message: text('One moment.'), mode: 'live', skills: [], queue: null, priority: 'normal', timeout: 'PT10M' }],
      shut: ['close', { message: text('We are closed, {{ contact.name | default: "you" }}.'), disposition: 'answered' }],
      nobody: ['close', { message: text('Nobody is there.'), disposition: 'answered' }],
      late: ['close', { message: text('That took too long.'), disposition: 'answered' }],
    }).map(([id, [type, data]]) => [id, { id, type, version: 1, title: {}, position: { x: 0, y: 0 }, data }]),
  ),
  edges: Object.fromEntries(
    [
      ['start', 'next', 'hours'],
      ['hours', 'open', 'person'],
      ['hours', 'closed', 'shut'],
      ['person', 'nobody-available', 'nobody'],
      ['person', 'timed-out', 'late'],
    ].map(([from, port, to]) => [`${from}/${port}`, { from, port, to }]),
  ),
});

function open(source: FlowDocument = document, env: SimulationEnv = { calendars: { service } }, setting: object = {}): Simulation {
  const result = compile(source, { ref: 'draft', registry: defaultRegistry });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return openSimulation(result.flow, scriptSettingSchema.parse({ language: 'en', ...setting }), env);
}
const play = (...events: ScriptEvent[]): Simulation => playAll(open(), events);
const words = (simulation: Simulation) => currentState(simulation).entries.flatMap(({ from, text: said, event }) => (said !== undefined ? [`${from}: ${said}`] : event === 'conversation.close' ? [] : [event]));
const refused = (...events: ScriptEvent[]): string => {
  try {
    play(...events);
    return 'played';
  } catch (error) {
    return error instanceof SimulationError ? error.code : String(error);
  }
};

describe('a simulation', () => {
  it('steps back to just what it was: clock, timers, facts and words', () => {
    const events: ScriptEvent[] = [
      { set: { contact: { name: 'Claire' } } },
      { say: 'hello' },
      { skip: 'PT5M' },
      { set: { calendars: { service: 'closed' }, language: 'fr' } },
      { skip: 'next-timer' },
    ];
    let simulation = open();
    const moments = [simulation];
    for (const event of events) moments.push((simulation = playNext(simulation, event)));
    const kept = moments.map((moment) => JSON.stringify(moment.states));
    for (let index = events.length; index > 0; index -= 1) {
      simulation = stepBack(simulation);
      expect(JSON.stringify(simulation.states)).toBe(kept[index - 1]);
      expect(simulation.events).toEqual(events.slice(0, index - 1));
    }
    expect(stepBack(simulation)).toEqual(simulation);
    expect(JSON.stringify(playAll(simulation, events).states)).toBe(kept.at(-1));
  });

  it('moves to an instant and fires what is due on the way at its own time', () => {
    const late = play({ say: 'hello' }, { at: '2026-01-05T23:00:00Z' });
    expect(words(late).slice(-2)).toEqual(['handoff.cancel', 'assistant: That took too long.']);
    expect(currentState(late).entries.find(({ event }) => event === 'timer.fired')?.at).toBe('2026-01-05T09:10:00.000Z');
    expect(currentState(late).now).toBe(Date.parse('2026-01-05T23:00:00Z'));
    expect(refused({ at: '2026-01-04T00:00:00Z' })).toBe('past');
  });

  it('reads the calendars at the hour the clock says, closes and opens them by hand, and goes back to their hours', () => {
    const sunday: ScriptEvent = { at: '2026-01-11T22:00:00Z' };
    const said = (...events: ScriptEvent[]) => words(play(...events, { say: 'hello' })).at(-1);
    expect(said()).toBe('handoff.request');
    expect(said(sunday)).toBe('assistant: We are closed, you.');
    expect(said(sunday, { set: { calendars: { service: 'open' } } })).toBe('handoff.request');
    expect(said({ set: { calendars: { service: 'closed' } } })).toBe('assistant: We are closed, you.');
    expect(said({ set: { calendars: { service: 'closed' } } }, { set: { calendars: { service: 'hours' } } })).toBe('handoff.request');
    expect(said({ set: { calendars: { elsewhere: 'closed' } } })).toBe('handoff.request');
    expect(said({ set: { calendars: { service: { ...service, spans: { ...service.spans, mon: [] } } } } })).toBe('assistant: We are closed, you.');
  });

  it('lets a hand-over be taken, refused or wait, as the people around are', () => {
    expect(words(play({ set: { staffing: 'available' } }, { say: 'hello' })).at(-1)).toBe('agent.joined');
    expect(words(play({ set: { staffing: 'unavailable' } }, { say: 'hello' })).at(-1)).toBe('assistant: Nobody is there.');
    expect(words(play({ say: 'hello' }, { set: { staffing: 'available' } })).at(-1)).toBe('agent.joined');
    expect(words(play({ say: 'hello' }, { set: { staffing: 'unavailable' } })).at(-1)).toBe('assistant: Nobody is there.');
    expect(currentState(play({ say: 'hello' })).agent).toBeNull();
  });

  it('does not tell a flow that waits as long as it takes that nobody is there', () => {
    const person = document.nodes['person'];
    if (!person) throw new Error('no hand-over');
    const { 'person/nobody-available': _a, 'person/timed-out': _b, ...edges } = document.edges;
    const patient = open({ ...document, nodes: { start: document.nodes['start'] as never, hours: document.nodes['hours'] as never, shut: document.nodes['shut'] as never, person: { ...person, data: { ...(person.data as object), mode: 'keep-waiting', timeout: null } } }, edges });
    expect(words(playAll(patient, [{ set: { staffing: 'unavailable' } }, { say: 'hello' }])).at(-1)).toBe('handoff.request');
  });

  it('lets an agent write only while she holds the conversation', () => {
    const answered = play({ say: 'hello' }, { agent: 'joined', as: 'lea' }, { agent: 'replied', say: 'Good morning.' }, { say: 'hello Léa' });
    expect(words(answered).slice(-2)).toEqual(['agent: Good morning.', 'customer: hello Léa']);
    expect(currentState(answered).agent).toBe('lea');
    expect(refused({ say: 'hello' }, { agent: 'replied', say: 'Good morning.' })).toBe('no-agent');
  });

  it('joins the attributes of the customer, and unsets one by null', () => {
    const contact = currentState(play({ set: { contact: { attributes: { tier: 'gold', visits: 2 } } } }, { set: { contact: { email: 'c@example.org', attributes: { visits: null } } } })).contact;
    expect(contact).toMatchObject({ email: 'c@example.org', attributes: { tier: 'gold' } });
    expect(contact['attributes']).not.toHaveProperty('visits');
  });

  it('gives a script that plays the same without the calendars and articles it was played with', () => {
    const played = play({ at: '2026-01-11T22:00:00Z' }, { say: 'hello' });
    const script = scriptOf(played);
    expect(simulate(document, script)).toEqual(transcriptOf(currentState(played)));
    expect(simulate(document, { ...script, facts: {} })).not.toEqual(transcriptOf(currentState(played)));
  });
});

describe('a script of a search', () => {
  const faq: FlowDocument = {
    ...document,
    nodes: {
      start: document.nodes['start'] as never,
      faq: { id: 'faq', type: 'faq-answer', version: 1, title: {}, position: { x: 0, y: 0 }, data: defaultRegistry.get('faq-answer')?.defaults(['en']) as never },
      end: { ...(document.nodes['shut'] as never as FlowDocument['nodes'][string]), id: 'end' },
    },
    edges: Object.fromEntries(['helped', 'not-helped', 'none', 'no-reply'].map((port) => [`faq/${port}`, { from: 'faq', port, to: 'end' }]).concat([['start/next', { from: 'start', port: 'next', to: 'faq' }]])),
  };

  it('keeps what the articles answered', () => {
    const asked: string[] = [];
    const knowledge = ({ query }: { query: string }) => {
      asked.push(query);
      return { outcome: 'answered' as const, candidates: [{ id: 'parcel', title: { en: 'Parcel' }, answer: { en: 'On its way.' } }], version: 7 };
    };
    const played = playAll(open(faq, { knowledge }), [{ say: 'hello' }, { say: 'where is my parcel' }]);
    expect(asked.length).toBeGreaterThan(0);
    expect(words(played).some((said) => said?.includes('On its way.'))).toBe(true);
    expect(simulate(faq, scriptOf(played))).toEqual(transcriptOf(currentState(played)));
  });
});
