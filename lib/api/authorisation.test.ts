import { randomUUID } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDocument } from '@/flows/document/flow-document';
import { DEMO } from '@/lib/cli/seed/demo-workspace';
import type { Permission } from '@/lib/auth/permissions';
import { permissionsOf, rolesWith } from '@/lib/auth/permissions';
import { ROLES, type Role } from '@/lib/auth/roles';
import { newId } from '@/lib/ids';
import { queuedConversation, startTestProgram, type TestProgram } from '@/lib/server/testing/test-program';
import { appRouter } from './router';

type Api = Awaited<ReturnType<TestProgram['api']>>;
interface Ids {
  flowId: string;
  conversationId: string;
  testId: string;
  articleId: string;
  personId: string;
  connectionId: string;
  keyId: string;
}

/** A test as the simulator would keep it. */
const KEPT: Pick<Parameters<Api['tests']['create']>[0], 'script' | 'transcript'> = {
  script: { language: 'en', events: [{ say: 'hi' }] },
  transcript: { entries: [], state: 'active', variables: {}, path: [], effects: [], pendingTimers: [] },
};
const CONTENT = { title: { fr: 'Autre' }, phrasings: {}, answer: {}, tags: [], validFrom: null, validTo: null };
const QUESTION = { language: 'fr', words: 'la question de a' };

/** How each procedure is called, on things of workspace a. A procedure that is missing here fails the first test. */
const CALLS: Record<string, (api: Api, ids: Ids) => Promise<unknown>> = {
  'session.me': (api) => api.session.me(),
  'session.setPreferences': (api) => api.session.setPreferences({ theme: 'dark' }),
  'presence.set': (api) => api.presence.set({ presence: 'away' }),
  'workspace.references': (api) => api.workspace.references(),
  'workspace.calendars': (api) => api.workspace.calendars(),
  'flows.list': (api) => api.flows.list(),
  'flows.get': (api, { flowId }) => api.flows.get({ id: flowId }),
  'flows.create': (api) => api.flows.create({ name: 'Autre' }),
  'flows.templates': (api) => api.flows.templates(),
  'flows.createFromTemplate': (api) => api.flows.createFromTemplate({ template: 'customer-service', name: 'Modèle', references: [] }),
  'flows.duplicate': (api, { flowId }) => api.flows.duplicate({ id: flowId, name: 'Copie' }),
  'flows.import': (api) => api.flows.import({ text: JSON.stringify(emptyDocument('Importé', ['fr'])), references: [] }),
  'flows.rename': (api, { flowId }) => api.flows.rename({ id: flowId, name: 'Renommé' }),
  'flows.archive': (api, { flowId }) => api.flows.archive({ id: flowId, archived: true }),
  'flows.versions': (api, { flowId }) => api.flows.versions({ id: flowId }),
  'flows.version': (api, { flowId }) => api.flows.version({ id: flowId, number: 1 }),
  'flows.rollback': (api, { flowId }) => api.flows.rollback({ id: flowId, number: 1, revision: 0, note: 'Retour' }),
  'flows.save': (api, { flowId }) =>
    api.flows.save({ id: flowId, baseRevision: 0, operations: [{ kind: 'node.move', id: 'welcome', position: { x: 1, y: 1 } }] }),
  'flows.publish': (api, { flowId }) => api.flows.publish({ id: flowId, revision: 0 }),
  'inbox.counts': (api) => api.inbox.counts(),
  'inbox.list': (api) => api.inbox.list({ view: 'waiting' }),
  'inbox.conversation': (api, { conversationId }) => api.inbox.conversation({ id: conversationId }),
  'inbox.accept': (api, { conversationId }) => api.inbox.accept({ id: conversationId }),
  'inbox.decline': (api, { conversationId }) => api.inbox.decline({ id: conversationId }),
  'inbox.release': (api, { conversationId }) => api.inbox.release({ id: conversationId }),
  'inbox.reply': (api, { conversationId }) => api.inbox.reply({ id: conversationId, key: randomUUID(), text: 'x' }),
  'inbox.note': (api, { conversationId }) => api.inbox.note({ id: conversationId, key: randomUUID(), text: 'x' }),
  'inbox.close': (api, { conversationId }) => api.inbox.close({ id: conversationId }),
  'inbox.typing': (api, { conversationId }) => api.inbox.typing({ id: conversationId, active: true }),
  'knowledge.all': (api) => api.knowledge.all(),
  'tests.list': (api) => api.tests.list(),
  'tests.ofFlow': (api, { flowId }) => api.tests.ofFlow({ flowId }),
  'tests.get': (api, { testId }) => api.tests.get({ id: testId }),
  'tests.create': (api, { flowId }) => api.tests.create({ flowId, name: 'Autre', ...KEPT }),
  'tests.rename': (api, { testId }) => api.tests.rename({ id: testId, name: 'Autre' }),
  'tests.update': (api, { testId }) => api.tests.update({ id: testId, ...KEPT }),
  'tests.remove': (api, { testId }) => api.tests.remove({ id: testId }),
  'knowledge.list': (api) => api.knowledge.list(),
  'knowledge.get': (api, { articleId }) => api.knowledge.get({ id: articleId }),
  'knowledge.create': (api) => api.knowledge.create({ content: CONTENT }),
  'knowledge.save': (api, { articleId }) => api.knowledge.save({ id: articleId, baseRevision: 1, content: CONTENT }),
  'knowledge.archive': (api, { articleId }) => api.knowledge.archive({ id: articleId, archived: true }),
  'knowledge.unanswered': (api) => api.knowledge.unanswered(),
  'knowledge.settle': (api) => api.knowledge.settle({ question: QUESTION, settled: true }),
  'knowledge.addPhrasing': (api, { articleId }) => api.knowledge.addPhrasing({ id: articleId, question: QUESTION }),
  'live.events': (api) => api.live.events(),
  'people.list': (api) => api.people.list(),
  'people.add': (api) => api.people.add({ name: 'Zoé', email: `${randomUUID()}@z.example`, roles: ['tester'] }),
  'people.change': (api, { personId }) => api.people.change({ id: personId, name: 'Autre', roles: ['tester'] }),
  'people.renewPassword': (api, { personId }) => api.people.renewPassword({ id: personId }),
  'people.remove': (api, { personId }) => api.people.remove({ id: personId }),
  'skills.matrix': (api) => api.skills.matrix(),
  'skills.create': (api) => api.skills.create({ name: { fr: 'Retours' } }),
  'skills.rename': (api) => api.skills.rename({ key: 'only-a', name: { fr: 'Autre' } }),
  'skills.setLevel': (api, { personId }) => api.skills.setLevel({ key: 'delivery', userId: personId, level: 1 }),
  'skills.uses': (api) => api.skills.uses({ key: 'delivery' }),
  'skills.remove': (api) => api.skills.remove({ key: 'only-a' }),
  'queues.list': (api) => api.queues.list(),
  'queues.create': (api) => api.queues.create({ name: { fr: 'Ateliers' }, members: [] }),
  'queues.save': (api) => api.queues.save({ key: 'only-a', name: { fr: 'Autre' }, members: [] }),
  'queues.makeDefault': (api) => api.queues.makeDefault({ key: 'only-a' }),
  'queues.uses': (api) => api.queues.uses({ key: 'service' }),
  'queues.remove': (api) => api.queues.remove({ key: 'only-a' }),
  'calendars.list': (api) => api.calendars.list(),
  'calendars.get': (api) => api.calendars.get({ key: 'only-a' }),
  'calendars.create': (api) => api.calendars.create({ name: { fr: 'Atelier' }, timeZone: 'Europe/Paris' }),
  'calendars.save': (api) => api.calendars.save({ calendar: { ...DEMO.calendar, key: 'only-a' }, updatedAt: 0 }),
  'calendars.uses': (api) => api.calendars.uses({ key: 'service' }),
  'calendars.remove': (api) => api.calendars.remove({ key: 'only-a' }),
  'calendars.publicHolidays': (api) => api.calendars.publicHolidays({ region: 'FR', year: 2026 }),
  'widget.list': (api) => api.widget.list(),
  'widget.create': (api) => api.widget.create({ name: 'Autre site', flowId: null }),
  'widget.save': (api, { connectionId }) => api.widget.save({ id: connectionId, name: 'Autre', flowId: null, settings: {} }),
  'widget.preview': (api) => api.widget.preview({ settings: {}, language: 'fr' }),
  'secrets.list': (api) => api.secrets.list(),
  'secrets.create': (api) => api.secrets.create({ key: `k${randomUUID().slice(0, 8)}`, name: 'Autre', value: 'sesame-ouvre-toi' }),
  'secrets.save': (api) => api.secrets.save({ key: 'only_a', name: 'Autre' }),
  'secrets.uses': (api) => api.secrets.uses({ key: 'only_a' }),
  'secrets.remove': (api) => api.secrets.remove({ key: 'only_a' }),
  'apiKeys.list': (api) => api.apiKeys.list(),
  'apiKeys.create': (api) => api.apiKeys.create({ name: 'Boutique' }),
  'apiKeys.revoke': (api, { keyId }) => api.apiKeys.revoke({ id: keyId }),
  'operations.failedTurns': (api) => api.operations.failedTurns({ state: 'open' }),
  'operations.failedTurn': (api, { conversationId }) => api.operations.failedTurn({ conversationId, seq: 1 }),
  'operations.replayTurn': (api, { conversationId }) => api.operations.replayTurn({ conversationId, seq: 1 }),
  'operations.settleTurn': (api, { conversationId }) => api.operations.settleTurn({ conversationId, seq: 1 }),
  'operations.failedDeliveries': (api) => api.operations.failedDeliveries(),
  'operations.retryDelivery': (api, { conversationId }) => api.operations.retryDelivery({ id: `${conversationId}.m1` }),
  'operations.discardDelivery': (api, { conversationId }) => api.operations.discardDelivery({ id: `${conversationId}.m1` }),
  'settings.workspace': (api) => api.settings.workspace(),
  'settings.rename': (api) => api.settings.rename({ name: 'Autre maison' }),
  'settings.addLanguage': (api) => api.settings.addLanguage({ language: 'es' }),
  'settings.makeDefaultLanguage': (api) => api.settings.makeDefaultLanguage({ language: 'en' }),
  'settings.languageUses': (api) => api.settings.languageUses({ language: 'en' }),
  'settings.removeLanguage': (api) => api.settings.removeLanguage({ language: 'es' }),
};
/** Those that name a thing: of another workspace, the thing does not exist. */
const NAMING = Object.keys(CALLS).filter((path) => /^(flows\.(get|save|publish|duplicate|rename|archive|versions?$|rollback)|tests\.(?!list)|inbox\.(?!counts|list)|knowledge\.(get|save|archive|settle|addPhrasing)|people\.(?!list|add)|skills\.(rename|setLevel|remove)|queues\.(save|makeDefault|remove)|calendars\.(get|save|remove)|widget\.save|secrets\.(save|remove)|apiKeys\.revoke|operations\.(?!failedTurns|failedDeliveries))/.test(path));

interface Stated {
  _def: { meta?: { permission?: Permission } };
}
/** By path; tRPC types this as the nested routers, and keeps the flat list. */
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Stated>);
const permissionOf = new Map(procedures.map(([path, { _def }]) => [path, _def.meta?.permission]));
/** Who holds which role in the demo. */
const PERSON: Record<Role, string> = { administrator: 'ines', manager: 'ines', agent: 'lea', tester: 'tom', supervisor: 'nadia' };

/** What every member may do. */
const FOR_ALL: readonly (Permission | undefined)[] = ['account.own', 'workspace.read', 'knowledge.read'];

let relais: TestProgram;
let ids: Ids;

beforeAll(async () => {
  relais = await startTestProgram();
  const { a } = relais.workspaces;
  const { flowId } = a;
  const { id: testId } = await (await relais.api('tom@a.example')).tests.create({ flowId, name: 'le secret de a', ...KEPT });
  const articleId = newId();
  const { admin } = relais.program.store;
  const workspaceId = a.id;
  await admin.article.create({ data: { workspaceId, id: articleId, title: '{"fr":"la fiche de a"}', answer: '{}', createdAt: 0n, updatedAt: 0n } });
  // Things that only workspace a has: in workspace b their keys name nothing.
  const only = { workspaceId: a.id, key: 'only-a', name: '{"fr":"à a"}' };
  await admin.skill.create({ data: only });
  await admin.secret.create({ data: { workspaceId, key: 'only_a', name: 'à a', sealed: '', updatedAt: 0n, updatedBy: '' } });
  await admin.queue.create({ data: only });
  await admin.calendar.create({ data: { ...only, timeZone: 'UTC', spans: JSON.stringify(DEMO.calendar.spans), updatedAt: 0n } });
  const { userId: personId } = await relais.caller('karim@a.example');
  const { id: keyId } = await (await relais.api('ines@a.example')).apiKeys.create({ name: 'le secret de a' });
  ids = { personId, keyId, connectionId: a.connectionId, flowId, testId, articleId, conversationId: await queuedConversation(relais, a, 'le secret de a') };
  // Of workspace a, so that it is there to be refused to workspace b.
  await admin.inboundEvent.updateMany({ where: { workspaceId, conversationId: ids.conversationId, seq: 1 }, data: { quarantinedAt: 0n, error: '{}' } });
  await admin.outbox.create({ data: { workspaceId, id: `${ids.conversationId}.m1`, conversationId: ids.conversationId, seq: 1, kind: 'message.send', payload: '{}', epoch: 0, state: 'dead', nextAttemptAt: 0n, createdAt: 0n } });
  await admin.unansweredQuestion.create({ data: { workspaceId, ...QUESTION, text: 'La question de a', outcome: 'none', times: 1, firstAskedAt: 0n, lastAskedAt: 0n, conversationId: ids.conversationId } });
});
afterAll(() => relais.stop());

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'answered';
  } catch (error) {
    if (error instanceof TRPCError) return error.code;
    throw error;
  }
}

test('every procedure is tried here and states who may call it', () => {
  expect(procedures.map(([path]) => path).sort()).toEqual(Object.keys(CALLS).sort());
  for (const [path, permission] of permissionOf) expect(permission, path).toBeDefined();
});

describe.each(Object.entries(CALLS))('%s', (path, call) => {
  const permission = permissionOf.get(path);

  test('refuses whoever is not signed in', async () => {
    expect(await codeOf(call(await relais.api(null), ids))).toBe('UNAUTHORIZED');
  });

  test('refuses each role that lacks the permission', async () => {
    const without = ROLES.filter((role) => permission && !permissionsOf([role]).includes(permission));
    for (const role of without) {
      const person = relais.workspaces.a.signIns.find(({ email }) => email.startsWith(PERSON[role]));
      // Inès is manager and administrator: both must lack it.
      if (person?.roles.some((held) => permission && permissionsOf([held]).includes(permission))) continue;
      expect(await codeOf(call(await relais.api(`${PERSON[role]}@a.example`), ids)), role).toBe('FORBIDDEN');
    }
    if (!FOR_ALL.includes(permission)) expect(without.length).toBeGreaterThan(0);
  });

  test('does not reach from one workspace into the other', async () => {
    const [role] = permission ? rolesWith(permission) : [];
    const api = await relais.api(`${PERSON[role ?? 'manager']}@b.example`);
    if (NAMING.includes(path)) {
      expect(await codeOf(call(api, ids))).toBe('NOT_FOUND');
    } else if (path !== 'live.events') {
      const answer = JSON.stringify(await call(api, ids)) ?? '';
      const { a } = relais.workspaces;
      const people = await relais.program.store.admin.membership.findMany({ where: { workspaceId: a.id } });
      for (const foreign of [a.id, ids.flowId, ids.conversationId, ids.articleId, 'la fiche de a', 'La question de a', 'le secret de a', 'a.example', ...people.map(({ userId }) => userId)]) expect(answer).not.toContain(foreign);
    }
  });
});

test('the live stream carries the own workspace only', async () => {
  const [first] = await Promise.all([
    (async () => {
      for await (const event of await (await relais.api('lea@b.example')).live.events()) return event;
      return undefined;
    })(),
    (async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await queuedConversation(relais, relais.workspaces.a, 'encore a');
      await queuedConversation(relais, relais.workspaces.b, 'ici b');
    })(),
  ]);
  expect(first).toMatchObject({ kind: 'message', item: { parts: [{ text: 'ici b' }] } });
});

test('nothing of workspace a was changed by all these attempts', async () => {
  const manager = await relais.api('ines@a.example');
  expect(await manager.flows.get({ id: ids.flowId })).toMatchObject({ revision: 0, published: { number: 1 } });
  expect(await manager.tests.get({ id: ids.testId })).toMatchObject({ name: 'le secret de a', updatedBy: { name: 'Tom Okafor' } });
  expect(await manager.knowledge.get({ id: ids.articleId })).toMatchObject({ archived: false, article: { revision: 1, title: { fr: 'la fiche de a' } } });
  expect((await manager.knowledge.unanswered()).total).toBe(1);
  const view = await (await relais.api('nadia@a.example')).inbox.conversation({ id: ids.conversationId });
  expect(view).toMatchObject({ owner: 'queued', agent: null });
  expect(view.messages.filter((item) => item.kind === 'message' && (item.from === 'agent' || item.from === 'note'))).toEqual([]);
});
