import { afterEach, describe, expect, it } from 'vitest';
import { flowDocumentSchema } from '@/flows/document/flow-document';
import type { Article } from '@/flows/knowledge/article';
import { seedArticles } from '@/lib/store/testing/seed-articles';
import { runtimeHarness, START, type RuntimeHarness } from './testing/runtime-harness';

const text = (en: string) => ({ parts: [{ kind: 'text', text: { en } }] });
const option = (en: string) => ({ label: { en }, synonyms: {} });
const node = (id: string, type: string, data: object) => ({ id, type, version: 1, title: {}, position: { x: 0, y: 0 }, data });
const edge = (from: string, port: string, to: string) => [`${from}/${port}`, { from, port, to }];

/** Asks, answers, and begins again with the next conversation. */
const document = flowDocumentSchema.parse({
  format: 1, name: 'faq', languages: ['en'], triggers: [], listeners: [], variables: [],
  nodes: {
    start: node('start', 'start', {}),
    faq: node('faq', 'faq-answer', {
      question: text('What is it?'), variable: null, unsure: { en: 'One of these?' }, helped: { message: text('Did it help?'), yes: option('Yes'), no: option('No') }, tries: 5, exits: [], noReply: null,
    }),
    end: node('end', 'close', { message: text('Goodbye.'), disposition: 'resolved' }),
  },
  edges: Object.fromEntries([edge('start', 'next', 'faq'), edge('faq', 'helped', 'end'), edge('faq', 'not-helped', 'end'), edge('faq', 'none', 'end')]),
});

const article = (id: string, title: string, answer: string, more: Partial<Article> = {}): Article => ({
  id, title: { en: title }, phrasings: {}, answer: { en: answer }, tags: [], validFrom: null, validTo: null, revision: 1, ...more,
});

let harness: RuntimeHarness;
afterEach(() => harness.remove());

async function open(...articles: Article[]): Promise<void> {
  harness = await runtimeHarness({ document });
  await seedArticles(harness.store.admin, 'one', articles);
  await harness.say('hello');
}
const change = (...articles: Article[]) => seedArticles(harness.store.admin, 'one', articles);
const last = async (count: number) => (await harness.thread()).slice(-count);
const versions = async () =>
  (await harness.store.admin.stepLog.findMany({ orderBy: [{ sessionId: 'asc' }, { seq: 'asc' }] })).flatMap(({ event }) => {
    const { result } = JSON.parse(event) as { result?: { version: number } };
    return result ? [result.version] : [];
  });
const questions = async () =>
  (await harness.store.admin.unansweredQuestion.findMany({ orderBy: { words: 'asc' } })).map(({ language, words, text: asked, outcome, times, settledAt }) => ({ language, words, text: asked, outcome, times, open: settledAt === null }));

describe('the articles a turn searches', () => {
  it('are those committed before it, whoever committed them, and their version is recorded', async () => {
    await open(article('hours', 'Opening hours', 'Nine to five.'));
    await harness.say('opening hours');
    await change(article('hours', 'Opening hours', 'Ten to six.'));
    await harness.say('opening hours');
    await change(article('price', 'Price of a lamp', 'From 40 euros.'));
    await harness.say('price of a lamp');
    expect((await harness.thread()).filter((line) => line.endsWith('.'))).toEqual(['bot: Nine to five.', 'bot: Ten to six.', 'bot: From 40 euros.']);
    expect(await versions()).toEqual([1, 2, 3]);
  });

  it('are found by every one of many customers who ask while they are changed all the time', async () => {
    await open(article('hours', 'Opening hours', 'Answer 0.'));
    const customers = await Promise.all(Array.from({ length: 20 }, (_, index) => harness.customer(`visitor ${index}`)));
    await Promise.all(customers.map((key) => harness.runtime.deliver(key, { key: 'hi', type: 'customer.message', text: 'hi' })));
    const changes = (async () => {
      for (let index = 1; index <= 20; index += 1) await change(article('hours', 'Opening hours', `Answer ${index}.`));
    })();
    await Promise.all(customers.map((key) => harness.runtime.deliver(key, { key: 'ask', type: 'customer.message', text: 'opening hours' })));
    await changes;
    for (const key of customers) expect((await harness.thread(key)).at(-2)).toMatch(/^bot: Answer \d+\.$/);
    await harness.say('opening hours');
    expect((await last(2))[0]).toBe('bot: Answer 20.');
  });

  it('keep a customer’s messages in order while they are made ready', async () => {
    await open(article('hours', 'Opening hours', 'Nine to five.'));
    await Promise.all([harness.say('opening hours'), harness.say('opening hours'), harness.say('no')]);
    expect((await harness.thread()).filter((line) => line.startsWith('customer'))).toEqual(['customer: hello', 'customer: opening hours', 'customer: opening hours', 'customer: no']);
  });

  it('are made ready when they change, before anybody asks', async () => {
    await open(article('hours', 'Opening hours', 'Nine to five.'));
    await harness.say('opening hours');
    await change(article('hours', 'Opening hours', 'Ten to six.'));
    await harness.runtime.articlesChanged('one');
    await harness.runtime.articlesChanged('nobody has asked in this one');
    await harness.say('opening hours');
    expect((await last(2))[0]).toBe('bot: Ten to six.');
  });

  it('are found between their dates only, and never when archived', async () => {
    await open(article('sale', 'Winter sale', 'Half price.', { validFrom: START, validTo: Date.UTC(2026, 0, 5, 10) }));
    await harness.say('winter sale');
    expect((await last(2))[0]).toBe('bot: Half price.');
    harness.clock.advance(3_600_000);
    await harness.say('winter sale');
    expect(await last(1)).toEqual(['bot: Goodbye.']);
  });
});

describe('questions that no article answers', () => {
  it('are kept with the turn that searched, by their words, and counted', async () => {
    await open(article('hours', 'Opening hours', 'Nine to five.'));
    await harness.say('Any giraffes?');
    for (const again of ['hello', 'any GIRAFFES', 'hello', '???', 'hello', '\u0000 \n']) await harness.say(again);
    expect(await questions()).toEqual([{ language: 'en', words: 'any giraffes', text: 'Any giraffes?', outcome: 'none', times: 2, open: true }]);
    expect(await harness.store.admin.unansweredQuestion.findFirst()).toMatchObject({ conversationId: harness.key.conversationId, workspaceId: 'one' });
  });

  it('are not kept when one was answered and helped', async () => {
    await open(article('hours', 'Opening hours', 'Nine to five.'));
    await harness.say('opening hours');
    await harness.say('Yes', 'faq:yes');
    expect(await questions()).toEqual([]);
  });

  it('are kept when the customer says that the answer did not help', async () => {
    await open(article('hours', 'Opening hours', 'Nine to five.'));
    await harness.say('Opening hours?');
    await harness.say('No', 'faq:no');
    expect(await questions()).toEqual([{ language: 'en', words: 'opening hours', text: 'Opening hours?', outcome: 'not-helped', times: 1, open: true }]);
  });

  it('count once when the answer was unsure first and then did not help', async () => {
    await open(article('a', 'Parcel', 'On its way.', { phrasings: { en: ['help'] } }), article('b', 'Refund', 'Soon.', { phrasings: { en: ['help'] } }));
    await harness.say('help');
    expect(await questions()).toMatchObject([{ words: 'help', outcome: 'unsure', times: 1 }]);
    await harness.say('Refund');
    await harness.say('no');
    expect(await questions()).toMatchObject([{ words: 'help', outcome: 'not-helped', times: 1 }]);
  });

  it('are open again when somebody asks after they were settled', async () => {
    await open(article('hours', 'Opening hours', 'Nine to five.'));
    await harness.say('any giraffes');
    await harness.store.admin.unansweredQuestion.updateMany({ data: { settledAt: 1n, settledBy: 'ines' } });
    await harness.say('hello');
    await harness.say('any giraffes');
    expect(await questions()).toMatchObject([{ times: 2, open: true }]);
  });

  it('keep the beginning of a very long one', async () => {
    await open(article('hours', 'Opening hours', 'Nine to five.'));
    await harness.say('dog '.repeat(400));
    const [question] = await questions();
    expect([question?.words.length, question?.text.length]).toEqual([400, 400]);
  });

  it('are not kept by a turn that failed', async () => {
    await open(article('hours', 'Opening hours', 'Nine to five.'));
    const step = await harness.store.admin.stepLog.findFirstOrThrow();
    await harness.store.admin.stepLog.create({ data: { ...step, seq: 3 } });
    await harness.say('any giraffes');
    expect(await harness.log()).toContain('turn-failed');
    expect(await questions()).toEqual([]);
  });
});
