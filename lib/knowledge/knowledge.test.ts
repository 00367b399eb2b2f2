import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleContent } from '@/flows/knowledge/article';
import { refusalOf } from '@/lib/server/testing/refusal-of';
import { startTestProgram, type TestProgram } from '@/lib/server/testing/test-program';

type Api = Awaited<ReturnType<TestProgram['api']>>;
let relais: TestProgram;
let api: Api;
let workspaceId: string;

beforeAll(async () => {
  relais = await startTestProgram();
  api = await relais.api('ines@a.example');
  workspaceId = relais.workspaces.a.id;
});
afterAll(() => relais.stop());

const content = (fr: string, more: Partial<ArticleContent> = {}): ArticleContent => ({ title: { fr }, phrasings: {}, answer: { fr: `Réponse, ${fr}` }, tags: [], validFrom: null, validTo: null, ...more });
const admin = () => relais.program.store.admin;
const version = async () => (await api.knowledge.all()).version;
const audits = async (targetId: string) => (await admin().auditEntry.findMany({ where: { workspaceId, targetId }, orderBy: { id: 'asc' } })).map(({ action }) => action);
async function ask(text: string, times = 1): Promise<{ language: string; words: string }> {
  const question = { language: 'fr', words: text.toLowerCase() };
  const row = { text, outcome: 'none', times, firstAskedAt: 1n, lastAskedAt: 2n, conversationId: randomUUID() };
  await admin().unansweredQuestion.create({ data: { workspaceId, ...question, ...row } });
  return question;
}
describe('articles', () => {
  test('those of the demo stand in the list, complete in both languages', async () => {
    const list = await api.knowledge.list();
    expect(list).toHaveLength(16);
    for (const card of list) expect(card).toMatchObject({ written: ['fr', 'en'], missing: [], archivedAt: null });
    expect(await version()).toBe(1);
  });

  test('a new one is kept without blanks and doubles, and each change grows the version and is on record', async () => {
    const before = await version();
    const { id } = await api.knowledge.create({ content: content('  Horaires\u0000 ', { phrasings: { fr: ['ouvert  quand', ' ', 'ouvert quand'], en: ['  '] }, tags: ['b', 'b', ''] }) });
    expect((await api.knowledge.get({ id })).article).toMatchObject({ title: { fr: 'Horaires' }, phrasings: { fr: ['ouvert quand'] }, tags: ['b'], revision: 1 });
    const saved = await api.knowledge.save({ id, baseRevision: 1, content: content('Heures') });
    expect(saved).toMatchObject({ archived: false, updatedBy: { name: 'Inès Moreau' }, article: { revision: 2, title: { fr: 'Heures' }, phrasings: {} } });
    await api.knowledge.archive({ id, archived: true });
    await api.knowledge.archive({ id, archived: true });
    expect((await api.knowledge.all()).articles.map((article) => article.id)).not.toContain(id);
    expect((await api.knowledge.list()).find((card) => card.id === id)).toMatchObject({ archivedAt: expect.any(Number) as number, missing: ['en'] });
    await api.knowledge.archive({ id, archived: false });
    expect((await api.knowledge.all()).articles.map((article) => article.id)).toContain(id);
    expect(await version()).toBe(before + 4);
    expect(await audits(id)).toEqual(['article.created', 'article.saved', 'article.archived', 'article.restored']);
  });

  test('a save on an older revision is refused with the article as it stands, and changes nothing', async () => {
    const { id } = await api.knowledge.create({ content: content('Un') });
    await api.knowledge.save({ id, baseRevision: 1, content: content('Deux') });
    const before = await version();
    const refused = await refusalOf(api.knowledge.save({ id, baseRevision: 1, content: content('Trois') }));
    expect(refused).toMatchObject({ kind: 'conflict', code: 'stale-article', data: { stored: { archived: false, article: { revision: 2, title: { fr: 'Deux' } } } } });
    expect([await version(), (await audits(id)).length]).toEqual([before, 2]);
  });

  test('of ten saves at the same moment exactly one is kept', async () => {
    const { id } = await api.knowledge.create({ content: content('Course') });
    const before = await version();
    const attempts = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => api.knowledge.save({ id, baseRevision: 1, content: content(`Course ${index}`) })));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const winner = attempts.findIndex(({ status }) => status === 'fulfilled');
    expect((await api.knowledge.get({ id })).article).toMatchObject({ revision: 2, title: { fr: `Course ${winner}` } });
    expect(await version()).toBe(before + 1);
  });

  test('archiving makes a save under way stale', async () => {
    const { id } = await api.knowledge.create({ content: content('Bientôt rangée') });
    await api.knowledge.archive({ id, archived: true });
    expect((await refusalOf(api.knowledge.save({ id, baseRevision: 1, content: content('x') }))).data).toMatchObject({ stored: { archived: true } });
  });

  test('one that ends before it begins, or that nobody has, is refused', async () => {
    expect((await refusalOf(api.knowledge.create({ content: content('x', { validFrom: 2, validTo: 2 }) }))).code).toBe('validity-reversed');
    expect((await refusalOf(api.knowledge.get({ id: 'gone' }))).code).toBe('article-unknown');
    expect((await refusalOf(api.knowledge.save({ id: 'gone', baseRevision: 1, content: content('x') }))).code).toBe('article-unknown');
  });
});

describe('questions without an answer', () => {
  beforeEach(async () => void (await admin().unansweredQuestion.deleteMany()));

  test('are listed by how often they were asked; one put aside is not, until it is opened again', async () => {
    const rare = await ask('Rare');
    await ask('Souvent', 9);
    expect(await api.knowledge.unanswered()).toMatchObject({ total: 2, questions: [{ text: 'Souvent', times: 9, firstAskedAt: 1, lastAskedAt: 2 }, { text: 'Rare' }] });
    const before = await version();
    await api.knowledge.settle({ question: rare, settled: true });
    expect((await api.knowledge.unanswered()).questions.map(({ text }) => text)).toEqual(['Souvent']);
    expect(await admin().unansweredQuestion.findFirst({ where: { words: 'rare' } })).toMatchObject({ settledBy: (await relais.caller('ines@a.example')).userId });
    await api.knowledge.settle({ question: rare, settled: false });
    expect((await api.knowledge.unanswered()).total).toBe(2);
    expect(await version()).toBe(before);
  });

  test('become a phrasing of an article, after those it has, and are settled by it', async () => {
    const { id } = await api.knowledge.create({ content: content('Horaires', { phrasings: { fr: ['ouvert quand'] } }) });
    await api.knowledge.addPhrasing({ id, question: await ask('Vous fermez tard') });
    expect((await api.knowledge.get({ id })).article).toMatchObject({ revision: 2, phrasings: { fr: ['ouvert quand', 'Vous fermez tard'] } });
    expect((await api.knowledge.unanswered()).total).toBe(0);
  });

  test('become a new article, and are settled by it', async () => {
    const question = await ask('Louez-vous des lampes');
    const { id } = await api.knowledge.create({ content: content('Location', { phrasings: { fr: ['Louez-vous des lampes'] } }), question });
    expect((await api.knowledge.get({ id })).article.phrasings).toEqual({ fr: ['Louez-vous des lampes'] });
    expect((await api.knowledge.unanswered()).total).toBe(0);
  });

  test('that are not there settle nothing and make nothing', async () => {
    const question = { language: 'fr', words: 'jamais' };
    const count = (await api.knowledge.list()).length;
    expect((await refusalOf(api.knowledge.settle({ question, settled: true }))).code).toBe('question-unknown');
    expect((await refusalOf(api.knowledge.create({ content: content('x'), question }))).code).toBe('question-unknown');
    expect((await refusalOf(api.knowledge.addPhrasing({ id: 'gone', question }))).code).toBe('question-unknown');
    expect((await refusalOf(api.knowledge.addPhrasing({ id: 'gone', question: await ask('Ici') }))).code).toBe('article-unknown');
    expect((await api.knowledge.list()).length).toBe(count);
    expect((await api.knowledge.unanswered()).total).toBe(1);
  });

  test('one article takes no more than 500 of them', async () => {
    const { id } = await api.knowledge.create({ content: content('Pleine', { phrasings: { fr: Array.from({ length: 500 }, (_, index) => `phrase ${index}`) } }) });
    expect((await refusalOf(api.knowledge.addPhrasing({ id, question: await ask('Encore une') }))).code).toBe('too-many-phrasings');
    expect((await api.knowledge.unanswered()).total).toBe(1);
  });
});
