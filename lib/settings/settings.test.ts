import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '@/lib/server/testing/refusal-of';
import { queuedConversation, startTestProgram, type TestProgram } from '@/lib/server/testing/test-program';

type Api = Awaited<ReturnType<TestProgram['api']>>;
let relais: TestProgram;
let api: Api;

beforeAll(async () => {
  relais = await startTestProgram();
  api = await relais.api('ines@a.example');
}, 60_000);
afterAll(() => relais.stop());

const config = async (origin?: string): Promise<{ status: number; body: Record<string, unknown> }> => {
  const answer = await fetch(`${relais.url}/chat/v1/key-a/config?language=fr`, { headers: origin === undefined ? {} : { origin } });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

test('a skill gets a key of its name, levels are set and taken away, and routing hears of it', async () => {
  expect(await api.skills.create({ name: { fr: 'Éclairage extérieur', en: 'Outdoor' } })).toEqual({ key: 'eclairage-exterieur' });
  expect(await api.skills.create({ name: { fr: 'Éclairage extérieur' } })).toEqual({ key: 'eclairage-exterieur-2' });
  expect((await refusalOf(api.skills.create({ name: { fr: 'x' }, key: 'refund' }))).code).toBe('key-taken');
  const { agents } = await api.skills.matrix();
  const karim = agents.find(({ name }) => name.startsWith('Karim'));
  if (!karim) throw new Error('nobody');
  const waiting = await queuedConversation(relais, relais.workspaces.a, 'à l’extérieur');
  const { admin } = relais.program.store;
  await admin.conversation.updateMany({ where: { id: waiting }, data: { requirement: JSON.stringify({ skills: ['eclairage-exterieur'], queue: null, priority: 'normal', mode: 'keep-waiting' }), offeredTo: null } });
  await (await relais.api('karim@a.example')).presence.set({ presence: 'available' });
  const offeredTo = async () => (await admin.conversation.findFirstOrThrow({ where: { id: waiting } })).offeredTo;
  expect(await offeredTo()).toBeNull();
  await api.skills.setLevel({ userId: karim.id, key: 'eclairage-exterieur', level: 3 });
  expect(await offeredTo()).toBe(karim.id);
  await api.skills.setLevel({ userId: karim.id, key: 'eclairage-exterieur', level: 0 });
  expect((await api.skills.matrix()).agents.find(({ id }) => id === karim.id)?.levels['eclairage-exterieur']).toBeUndefined();
  await api.skills.remove({ key: 'eclairage-exterieur-2' });
  expect((await api.skills.matrix()).skills.map(({ key }) => key)).not.toContain('eclairage-exterieur-2');
});

test('a skill that flows ask for is not deleted: the refusal says where', async () => {
  const refused = await refusalOf(api.skills.remove({ key: 'delivery' }));
  expect(refused.code).toBe('in-use');
  expect(refused.data['flows']).toContainEqual(expect.objectContaining({ flowId: relais.workspaces.a.flowId, draft: 1, live: 1 }));
  expect(refused.data['agents']).toEqual([expect.objectContaining({ name: 'Léa Fontaine' })]);
});

test('there is one default queue; a queue goes when it is neither the default, nor waited in, nor named', async () => {
  const { key } = await api.queues.create({ name: { fr: 'Ateliers' }, members: [] });
  expect((await refusalOf(api.queues.remove({ key: 'service' }))).code).toBe('default-queue');
  await api.queues.makeDefault({ key });
  expect((await api.queues.list()).queues.filter(({ isDefault }) => isDefault).map((queue) => queue.key)).toEqual(['ateliers']);
  const waiting = await queuedConversation(relais, relais.workspaces.a, 'atelier');
  const place = await relais.program.store.admin.conversation.findFirstOrThrow({ where: { id: waiting } });
  await api.queues.makeDefault({ key: 'service' });
  if (place.queueKey === key) expect((await refusalOf(api.queues.remove({ key }))).code).toBe('queue-not-empty');
  else expect((await refusalOf(api.queues.remove({ key: place.queueKey ?? '' }))).code).toBe('default-queue');
  await relais.program.store.admin.conversation.updateMany({ where: { queueKey: key }, data: { queueKey: 'service' } });
  expect((await refusalOf(api.queues.save({ key, name: { fr: 'x' }, members: ['nobody'] }))).code).toBe('person-unknown');
  await api.queues.remove({ key });
  expect((await refusalOf(api.queues.save({ key, name: { fr: 'x' }, members: [] }))).code).toBe('queue-gone');
});

test('a running flow decides by changed hours at its next turn', async () => {
  const { calendar, updatedAt } = await api.calendars.get({ key: 'service' });
  const always = [{ from: '00:00', to: '24:00' }];
  const week = (spans: typeof always) => ({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans, sun: spans });
  // Both conversations have begun before the hours change, and meet them after.
  await askHours();
  const ask = async (): Promise<() => Promise<string>> => {
    const { conversationId } = await relais.program.runtime.openConversation({ workspaceId: relais.workspaces.a.id, connectionId: relais.workspaces.a.connectionId, externalId: randomUUID(), language: 'fr' });
    const say = (text: string, choice?: string) =>
      relais.program.runtime.deliver({ workspaceId: relais.workspaces.a.id, conversationId }, { key: randomUUID(), type: 'customer.message', text, ...(choice && { choice }) });
    await say('Bonjour');
    return async () => {
      await say('Suivi', 'welcome:order');
      const said = await relais.program.store.admin.message.findMany({ where: { conversationId, author: 'bot' } });
      return said.map(({ content }) => content).join(' ');
    };
  };
  const [before, after] = [await ask(), await ask()];
  const open = await api.calendars.save({ calendar: { ...calendar, spans: week(always), holidays: [] }, updatedAt });
  expect(await before()).toContain('Nous sommes ouverts');
  await api.calendars.save({ calendar: { ...calendar, spans: week([]), holidays: [] }, updatedAt: open.updatedAt });
  expect(await after()).toContain('Nous sommes ferm');
  expect((await refusalOf(api.calendars.save({ calendar, updatedAt }))).code).toBe('conflict');
  expect((await refusalOf(api.calendars.remove({ key: 'service' }))).data['flows']).toContainEqual(expect.objectContaining({ flowId: relais.workspaces.a.flowId }));
});

test('hours that overlap or end before they begin are refused', async () => {
  const { calendar, updatedAt } = await api.calendars.get({ key: 'service' });
  for (const spans of [[{ from: '12:00', to: '09:00' }], [{ from: '09:00', to: '12:00' }, { from: '11:00', to: '13:00' }]]) {
    await expect(api.calendars.save({ calendar: { ...calendar, spans: { ...calendar.spans, mon: spans } }, updatedAt })).rejects.toThrow();
  }
  const { key } = await api.calendars.create({ name: { fr: 'Ateliers' }, timeZone: 'America/Toronto' });
  await api.calendars.remove({ key });
  expect((await refusalOf(api.calendars.get({ key }))).code).toBe('calendar-gone');
});

test('the widget is told its look, other sites are refused, and a pale colour is not saved', async () => {
  const [chat] = (await api.widget.list()).connections;
  if (!chat) throw new Error('no chat');
  const save = (settings: Partial<typeof chat.settings>) => api.widget.save({ id: chat.id, name: 'Boutique', flowId: chat.flowId, settings: { ...chat.settings, ...settings } });
  const pale = await refusalOf(save({ accent: '#ffe08a' }));
  expect(pale.code).toBe('accent-too-pale');
  expect(pale.data['suggestion']).toMatch(/^#/);
  await save({ accent: '#7a1f5c', side: 'left', name: 'Lumen', greeting: { fr: 'Bonsoir' }, languages: ['fr'], sites: ['https://shop.example'] });
  // Answers are kept for five seconds.
  await expect.poll(async () => (await config()).body['name'], { timeout: 8000 }).toBe('Lumen');
  const { body } = await config();
  expect(body).toMatchObject({ languages: ['fr'], texts: { greeting: 'Bonsoir', send: 'Envoyer' }, theme: { side: 'left', colours: { light: { accent: '#7a1f5c' } } } });
  expect(await config('https://shop.example')).toMatchObject({ status: 200 });
  expect(await config(relais.url)).toMatchObject({ status: 200 });
  expect(await config('https://elsewhere.example')).toMatchObject({ status: 403, body: { error: { code: 'site-not-allowed' } } });
  const preview = await api.widget.preview({ settings: { accent: '#ffe08a' }, language: 'fr' });
  expect(preview.accent).toMatchObject({ ok: false });
  expect(preview.config.theme.colours?.light['accent']).toBe(preview.accent?.suggestion);
  await save({ enabled: false });
  await expect.poll(async () => (await config()).status, { timeout: 8000 }).toBe(404);
}, 30_000);

test('the page of the preview may be framed by our own pages only, and calls nobody', async () => {
  const { headers } = await fetch(`${relais.url}/widget-preview`);
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'/);
});

test('another chat gets a key of its own', async () => {
  const { id } = await api.widget.create({ name: 'Blog', flowId: null });
  const created = (await api.widget.list()).connections.find((entry) => entry.id === id);
  expect(created?.publicKey).toMatch(/^[\w-]{12}$/);
  expect((await refusalOf(api.widget.save({ id, name: 'Blog', flowId: 'gone', settings: {} }))).code).toBe('flow-unknown');
});

test('languages are added and removed, never the default; their uses are told', async () => {
  expect((await api.settings.addLanguage({ language: 'es' })).languages).toEqual(['fr', 'en', 'es']);
  expect((await refusalOf(api.settings.addLanguage({ language: 'es' }))).code).toBe('language-known');
  expect((await api.settings.makeDefaultLanguage({ language: 'es' })).languages).toEqual(['es', 'fr', 'en']);
  expect((await refusalOf(api.settings.removeLanguage({ language: 'es' }))).code).toBe('default-language');
  await api.settings.makeDefaultLanguage({ language: 'fr' });
  expect((await api.settings.languageUses({ language: 'en' })).flows.map(({ flowId }) => flowId)).toContain(relais.workspaces.a.flowId);
  expect((await api.settings.languageUses({ language: 'es' }))).toEqual({ flows: [], articles: 0 });
  expect((await api.settings.removeLanguage({ language: 'es' })).languages).toEqual(['fr', 'en']);
  await api.settings.rename({ name: 'Maison Lumen et Fils' });
  expect((await (await relais.api('ines@a.example')).settings.workspace()).name).toBe('Maison Lumen et Fils');
});

/** The demo flow, whose first button now leads to its hours. */
async function askHours(): Promise<void> {
  const id = relais.workspaces.a.flowId;
  const { revision } = await api.flows.get({ id });
  const at = { position: { x: 0, y: 900 }, version: 1 };
  const says = (name: string, words: string) => ({ ...at, id: name, type: 'message', title: { fr: name }, data: { message: { parts: [{ kind: 'text', text: { fr: words, en: words } }] } } });
  const saved = await api.flows.save({
    id,
    baseRevision: revision,
    operations: [
      { kind: 'node.add', node: { ...at, id: 'hours', type: 'business-hours', title: { fr: 'Horaires' }, data: { calendar: 'service' } } },
      { kind: 'node.add', node: says('says-open', 'Nous sommes ouverts') },
      { kind: 'node.add', node: says('says-closed', 'Nous sommes fermés') },
      { kind: 'edge.set', from: 'welcome', port: 'option:order', to: 'hours' },
      { kind: 'edge.set', from: 'hours', port: 'open', to: 'says-open' },
      { kind: 'edge.set', from: 'hours', port: 'closed', to: 'says-closed' },
      { kind: 'edge.set', from: 'says-open', port: 'next', to: 'any-advisor' },
      { kind: 'edge.set', from: 'says-closed', port: 'next', to: 'order-help' },
    ],
  });
  await api.flows.publish({ id, revision: saved.revision });
}
