import { afterEach, describe, expect, it } from 'vitest';
import { flowDocumentSchema, type FlowDocument } from '@/flows/document/flow-document';
import type { Article } from '@/flows/knowledge/article';
import { articleSearch } from '@/flows/knowledge/article-search';
import { simulate } from '@/flows/simulator/simulate';
import { seedArticles } from '@/lib/store/testing/seed-articles';
import { runtimeHarness, type RuntimeHarness } from './testing/runtime-harness';

const text = (en: string) => ({ parts: [{ kind: 'text', text: { en } }] });
const option = (en: string) => ({ label: { en }, synonyms: {} });

/** Counts visits, looks at the clock, then answers one question. */
const document: FlowDocument = flowOf({
  start: ['start', {}, { next: 'count' }],
  count: ['set-variable', { assignments: [{ variable: 'visits', value: { kind: 'expression', source: 'visits == null ? 1 : visits + 1' } }] }, { next: 'hours' }],
  hours: ['business-hours', { calendar: 'service' }, { open: 'open', closed: 'shut' }],
  open: ['message', { message: text('Open, visit {{ visits }}, {{ contact.attributes.visits }} on record.') }, { next: 'faq' }],
  shut: ['message', { message: text('Closed, visit {{ visits }}.') }, { next: 'faq' }],
  faq: [
    'faq-answer',
    { question: text('What is it?'), variable: null, unsure: { en: 'One of these?' }, helped: { message: text('Did it help?'), yes: option('Yes'), no: option('No') }, tries: 2, exits: [], noReply: null },
    { helped: 'end', 'not-helped': 'end', none: 'end' },
  ],
  end: ['close', { message: text('Goodbye.'), disposition: 'resolved' }, {}],
});

function flowOf(steps: Record<string, [type: string, data: object, links: Record<string, string>]>): FlowDocument {
  const entries = Object.entries(steps);
  return flowDocumentSchema.parse({
    format: 1,
    name: 'memory',
    languages: ['en'],
    triggers: [],
    listeners: [],
    variables: [{ name: 'visits', type: 'number', scope: 'contact', label: {} }],
    nodes: Object.fromEntries(entries.map(([id, [type, data]]) => [id, { id, type, version: 1, title: {}, position: { x: 0, y: 0 }, data }])),
    edges: Object.fromEntries(entries.flatMap(([from, [, , links]]) => Object.entries(links).map(([port, to]) => [`${from}/${port}`, { from, port, to }]))),
  });
}

const article = (id: string, title: string, answer: string): Article => ({
  id, title: { en: title }, phrasings: { en: ['both'] }, answer: { en: answer }, tags: [], validFrom: null, validTo: null, revision: 1,
});
/** Each is found by its title; `both` is always unsure. */
const ARTICLES = [article('a', 'Parcel', 'On its way.'), article('b', 'Refund', 'Send it back.')];

describe('what the world says of a flow, and what the flow leaves behind', () => {
  let harness: RuntimeHarness;
  afterEach(() => harness.remove());

  const hours = [{ from: '09:00', to: '10:00' }];
  const calendar = { key: 'service', name: {}, timeZone: 'UTC', spans: { mon: hours, tue: hours, wed: [], thu: [], fri: [], sat: [], sun: [] }, holidays: [{ date: '2026-01-06', name: {}, spans: [] }] };
  async function open(options: { articles?: Article[]; calendar?: boolean } = {}): Promise<void> {
    harness = await runtimeHarness({ document });
    await seedArticles(harness.store.admin, 'one', options.articles ?? ARTICLES);
    if (options.calendar === false) return;
    const { key, timeZone, spans, holidays } = calendar;
    await harness.store.admin.calendar.create({ data: { workspaceId: 'one', key, name: '{}', timeZone, spans: JSON.stringify(spans), holidays: JSON.stringify(holidays), updatedAt: 0n } });
    await harness.store.admin.calendar.create({ data: { workspaceId: 'two', key, name: '{}', timeZone, spans: '{}', updatedAt: 0n } });
  }
  const steps = async () => (await harness.store.admin.stepLog.findMany({ orderBy: [{ sessionId: 'asc' }, { seq: 'asc' }] })).map(({ event, facts }) => ({ event: JSON.parse(event) as { type: string; result?: unknown }, facts: JSON.parse(facts) as Record<string, unknown> }));

  it('remembers a customer from one conversation to the next, by the calendar as it is then', async () => {
    await open();
    for (const word of ['hi', 'parcel', 'yes']) await harness.say(word);
    harness.clock.advance(2 * 86_400_000);
    await harness.say('hi again');
    expect(await harness.thread()).toEqual([
      'customer: hi', 'bot: Open, visit 1,  on record.', 'bot: What is it?', 'customer: parcel', 'bot: On its way.', 'bot: Did it help?', 'customer: yes', 'bot: Goodbye.',
      'customer: hi again', 'bot: Closed, visit 2.', 'bot: What is it?',
    ]);
    const profile = await harness.store.admin.profile.findFirstOrThrow({ where: { workspaceId: 'one' } });
    expect(JSON.parse(profile.attributes)).toEqual({ visits: 2 });
  });

  it('answers a search within the delivery that asked, and records result, facts and version', async () => {
    await open();
    await harness.say('hi');
    await harness.say('both');
    const log = await steps();
    expect(log.map(({ event }) => event.type)).toEqual(['session.started', 'message.received', 'effect.succeeded']);
    expect(log[0]?.facts).toMatchObject({ contact: { attributes: {} }, calendars: { service: { timeZone: 'UTC' } } });
    expect(log[2]?.event.result).toEqual({ ...articleSearch(ARTICLES, 1)({ query: 'both', language: 'en', limit: 3, now: 0 }), query: 'both' });
    expect(log[2]?.event.result).toMatchObject({ outcome: 'unsure', version: 1, candidates: [{}, {}] });
    expect(await harness.store.admin.inboundEvent.count()).toBe(2);
  });

  it('finds nothing without articles', async () => {
    await open({ articles: [] });
    await harness.say('hi');
    await harness.say('parcel');
    expect((await harness.thread()).at(-1)).toBe('bot: Goodbye.');
  });

  it('says what the simulator says', async () => {
    await open();
    const words = ['hi', 'both', 'refund', 'parcel', 'yes'];
    for (const word of words) await harness.say(word);
    const played = simulate(
      document,
      { language: 'en', events: words.map((say) => ({ say })) },
      { calendars: { service: calendar }, knowledge: articleSearch(ARTICLES, 1) },
    );
    const said = played.entries.flatMap(({ from, text: words }) => (words === undefined || from === 'system' ? [] : [`${from === 'assistant' ? 'bot' : from}: ${words}`]));
    expect(await harness.thread()).toEqual(said);
    expect((await steps()).map(({ event }) => event.type)).toEqual(played.entries.flatMap(({ trace, event }) => (trace ? [event ?? 'customer'] : [])).map((event, index) => (event === 'customer' ? (index === 0 ? 'session.started' : 'message.received') : event)));
  });

  it('calls a person where the calendar is gone', async () => {
    await open({ calendar: false });
    await harness.say('hi');
    expect((await harness.conversation()).owner).toBe('queued');
    expect(await harness.log()).toContain('turn-failed');
  });

  it('calls a person when the articles cannot be read', async () => {
    await open();
    await harness.store.admin.article.update({ where: { workspaceId_id: { workspaceId: 'one', id: 'a' } }, data: { title: '{' } });
    await harness.say('hi');
    await harness.say('parcel');
    expect((await harness.conversation()).owner).toBe('queued');
  });
});
