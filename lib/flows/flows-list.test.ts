import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDocument, flowDocumentSchema } from '@/flows/document/flow-document';
import oldFile from '@/flows/document/migrations/fixtures/format-0.json';
import type { Article } from '@/flows/knowledge/article';
import { articleSearch } from '@/flows/knowledge/article-search';
import articles from '@/flows/library/articles.json';
import { LIBRARY } from '@/flows/library/index';
import { scriptSchema } from '@/flows/simulator/script';
import { testRunner } from '@/flows/simulator/test-runner';
import { transcriptSchema } from '@/flows/simulator/transcript-schema';
import { refusalOf } from '@/lib/server/testing/refusal-of';
import { queuedConversation, startTestProgram, type TestProgram } from '@/lib/server/testing/test-program';

let relais: TestProgram;
let api: Awaited<ReturnType<TestProgram['api']>>;

beforeAll(async () => {
  relais = await startTestProgram();
  api = await relais.api('ines@a.example');
});
afterAll(() => relais.stop());

const testsOf = (flowId: string) => relais.program.store.admin.flowTest.findMany({ where: { flowId }, orderBy: { name: 'asc' } });
/** The workspace's articles, as the golden conversations were written with. */
const knowledge = articleSearch(articles as unknown as Article[], 1);
const speaks = (languages: string[]) =>
  relais.program.store.admin.workspace.update({ where: { id: relais.workspaces.a.id }, data: { languages: JSON.stringify(languages) } });

describe('from a template', () => {
  test.each([[['fr', 'en']], [['en', 'fr']], [['fr']], [['en']], [['fr-CA']], [['de']]])('a workspace that speaks %j gets the flow and golden conversations that hold', async (languages) => {
    await speaks(languages);
    // A caller is read with each request.
    const api = await relais.api('ines@a.example');
    try {
      for (const { key, goldens } of LIBRARY) {
        const { id } = await api.flows.createFromTemplate({ template: key, name: 'Le mien', references: [] });
        const { document } = await api.flows.get({ id });
        expect(document.name).toBe('Le mien');
        if (!languages.includes('de')) expect(document.languages).toEqual(languages.map((locale) => locale.slice(0, 2)).filter((locale) => document.languages.includes(locale)));
        for (const gone of ['fr', 'en'].filter((locale) => !document.languages.includes(locale))) expect(JSON.stringify(document)).not.toContain(`"${gone}":`);
        const kept = await testsOf(id);
        expect(kept.length).toBe(goldens.filter(({ script }) => document.languages.includes(script.language)).length);
        // Alike, not equal: what is recorded for the agent lacks the words of languages that were left behind.
        const run = testRunner(document, { knowledge });
        for (const { name, script, transcript } of kept) {
          const { outcome } = run({ script: scriptSchema.parse(JSON.parse(script)), transcript: transcriptSchema.parse(JSON.parse(transcript)) });
          expect({ name, outcome }).toEqual({ name, outcome: 'passed' });
        }
        const card = (await api.flows.templates()).find((template) => template.key === key);
        expect(card).toMatchObject({ languages: document.languages, testCount: kept.length, nodeCount: Object.keys(document.nodes).length });
      }
    } finally {
      await speaks(['fr', 'en']);
    }
  });

  test('what the workspace lacks is listed, and named anew where the manager says so', async () => {
    const { admin } = relais.program.store;
    const workspaceId = relais.workspaces.a.id;
    await admin.agentSkill.deleteMany({ where: { workspaceId, skillKey: 'refund' } });
    await admin.skill.deleteMany({ where: { workspaceId, key: 'refund' } });
    const card = (await api.flows.templates()).find(({ key }) => key === 'customer-service');
    expect(card?.missing).toEqual([{ kind: 'skill', key: 'refund', steps: [expect.objectContaining({ fr: expect.any(String) as unknown })] }]);
    const left = await api.flows.createFromTemplate({ template: 'customer-service', name: 'Laissé', references: [] });
    expect((await refusalOf(api.flows.publish({ id: left.id, revision: 0 }))).data['diagnostics']).toContainEqual(expect.objectContaining({ code: 'unknown-skill' }));
    const mapped = await api.flows.createFromTemplate({ template: 'customer-service', name: 'Relié', references: [{ kind: 'skill', from: 'refund', to: 'delivery' }] });
    expect(await api.flows.publish({ id: mapped.id, revision: 0 })).toMatchObject({ number: 1 });
    expect(await refusalOf(api.flows.createFromTemplate({ template: 'gone', name: 'x', references: [] }))).toMatchObject({ kind: 'not-found', code: 'template-unknown' });
  });
});

test('a copy has the draft and the golden conversations, and neither the versions nor the channel', async () => {
  const { id } = await api.flows.createFromTemplate({ template: 'customer-service', name: 'Original', references: [] });
  const copy = await api.flows.duplicate({ id, name: 'Copie' });
  const [before, after] = await Promise.all([api.flows.get({ id }), api.flows.get({ id: copy.id })]);
  expect(after).toMatchObject({ name: 'Copie', revision: 0, published: null, connections: [] });
  expect(after.document).toEqual({ ...before.document, name: 'Copie' });
  expect((await testsOf(copy.id)).map(({ name, script, transcript }) => ({ name, script, transcript }))).toEqual((await testsOf(id)).map(({ name, script, transcript }) => ({ name, script, transcript })));
});

test('renaming is one more saved change, also while somebody edits', async () => {
  const { id } = await api.flows.create({ name: 'Avant' });
  await Promise.all([
    api.flows.rename({ id, name: 'Après' }),
    api.flows.save({ id, baseRevision: 0, operations: [{ kind: 'node.move', id: 'start', position: { x: 5, y: 5 } }] }).catch(() => undefined),
  ]);
  const flow = await api.flows.get({ id });
  expect(flow).toMatchObject({ name: 'Après', document: { name: 'Après' } });
  expect((await api.flows.rename({ id, name: 'Après' })).revision).toBe(flow.revision);
});

describe('archiving', () => {
  test('takes a flow out of the list and back; opened, it is unknown meanwhile', async () => {
    const { id } = await api.flows.create({ name: 'Ancien' });
    await api.flows.archive({ id, archived: true });
    expect((await api.flows.list()).map((flow) => flow.id)).not.toContain(id);
    expect((await api.flows.list({ archived: true })).map((flow) => flow.id)).toEqual([id]);
    expect(await refusalOf(api.flows.get({ id }))).toMatchObject({ code: 'flow-unknown' });
    await api.flows.archive({ id, archived: false });
    await api.flows.archive({ id, archived: false });
    expect((await api.flows.list()).map((flow) => flow.id)).toContain(id);
    const audit = await relais.program.store.admin.auditEntry.findMany({ where: { targetId: id }, orderBy: { at: 'asc' } });
    expect(audit.map(({ action }) => action)).toEqual(['flow.created', 'flow.archived', 'flow.restored']);
  });

  test('is refused while a channel begins with the flow, and lets running conversations go on', async () => {
    const { flowId, connectionId } = relais.workspaces.a;
    const running = await queuedConversation(relais, relais.workspaces.a, 'Bonjour');
    expect(await refusalOf(api.flows.archive({ id: flowId, archived: true }))).toMatchObject({ kind: 'conflict', code: 'flow-connected', data: { connections: ['a'] } });
    const { admin } = relais.program.store;
    const where = { workspaceId_id: { workspaceId: relais.workspaces.a.id, id: connectionId } };
    await admin.channelConnection.update({ where, data: { flowId: null } });
    await api.flows.archive({ id: flowId, archived: true });
    const key = { workspaceId: relais.workspaces.a.id, conversationId: running };
    expect((await relais.program.runtime.deliver(key, { key: 'later', type: 'customer.message', text: 'Toujours là ?' })).outcome.ok).toBe(true);
    expect((await (await relais.api('lea@a.example')).inbox.conversation({ id: running })).flow?.number).toBe(1);
    expect(await api.flows.versions({ id: flowId })).toMatchObject([{ number: 1, activeConversations: 1 }]);
    await api.flows.archive({ id: flowId, archived: false });
    await admin.channelConnection.update({ where, data: { flowId } });
  });
});

describe('a file', () => {
  test('comes back equal to what was exported, whatever editor wrote it', async () => {
    const { document } = await api.flows.get({ id: relais.workspaces.a.flowId });
    for (const text of [JSON.stringify(document), `\uFEFF${JSON.stringify(document, null, 2)}`]) {
      const { id } = await api.flows.import({ text, references: [] });
      expect((await api.flows.get({ id })).document).toEqual(document);
    }
  });

  test('of an older format is brought to the newest', async () => {
    const { id } = await api.flows.import({ text: JSON.stringify(oldFile), references: [] });
    expect(flowDocumentSchema.parse((await api.flows.get({ id })).document).format).toBe(1);
  });

  test('that is none is refused with every problem and its place, and nothing is written', async () => {
    const before = (await api.flows.list()).length;
    expect(await refusalOf(api.flows.import({ text: '{"format":', references: [] }))).toMatchObject({ code: 'malformed-json' });
    for (const text of ['[]', '"x"', '{"format":99}', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, `{"format":1,"nodes":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`]) {
      expect(await refusalOf(api.flows.import({ text, references: [] }))).toMatchObject({ kind: 'invalid', code: 'not-a-flow' });
    }
    const broken = { ...emptyDocument('X', ['fr']), edges: { 'a/next': { from: 'a', port: 'next', to: 'b' } }, extra: 1 };
    expect((await refusalOf(api.flows.import({ text: JSON.stringify(broken), references: [] }))).data['problems']).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'unknown-field', path: 'extra' })]),
    );
    expect((await api.flows.list()).length).toBe(before);
  });

  test('that is too large never reaches the program', async () => {
    const cookie = await relais.signIn('ines@a.example');
    const answer = await fetch(`${relais.url}/trpc/flows.import`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', origin: relais.url },
      body: JSON.stringify({ json: { text: 'x'.repeat(5_000_000), references: [] } }),
    });
    expect(answer.status).toBe(413);
  });
});

describe('versions', () => {
  test('tell who, when, why and how many conversations, and open as they were published', async () => {
    const { flowId } = relais.workspaces.b;
    const manager = await relais.api('ines@b.example');
    await queuedConversation(relais, relais.workspaces.b, 'Bonjour');
    const [first] = await manager.flows.versions({ id: flowId });
    expect(first).toMatchObject({ number: 1, byName: 'Inès Moreau', note: null, activeConversations: 1, current: true });
    const original = (await manager.flows.version({ id: flowId, number: 1 })).document;
    const { revision } = await manager.flows.save({ id: flowId, baseRevision: 0, operations: [{ kind: 'node.set', id: 'welcome', path: ['title', 'fr'], value: 'Accueil changé' }, { kind: 'document.set', path: 'name', value: 'Autre nom' }] });
    await manager.flows.publish({ id: flowId, revision, note: 'Accueil' });
    const edited = await manager.flows.save({ id: flowId, baseRevision: revision, operations: [{ kind: 'node.remove', id: 'solved' }] });

    expect(await refusalOf(manager.flows.rollback({ id: flowId, number: 1, revision, note: 'Retour' }))).toMatchObject({ code: 'stale-revision' });
    const back = await manager.flows.rollback({ id: flowId, number: 1, revision: edited.revision, note: 'Retour à la version 1' });
    expect(back).toMatchObject({ number: 3, revision: edited.revision + 1 });
    const draft = await manager.flows.get({ id: flowId });
    expect(draft).toMatchObject({ name: 'Autre nom', revision: back.revision, published: { number: 3, draftRevision: back.revision } });
    expect(draft.document).toEqual({ ...original, name: 'Autre nom' });
    expect((await manager.flows.version({ id: flowId, number: 3 })).document).toEqual(draft.document);
    expect((await manager.flows.versions({ id: flowId })).map(({ number, note, current, activeConversations }) => [number, note, current, activeConversations])).toEqual([
      [3, 'Retour à la version 1', true, 0],
      [2, 'Accueil', false, 0],
      [1, null, false, 1],
    ]);
    const again = await manager.flows.rollback({ id: flowId, number: 3, revision: back.revision, note: 'Encore' });
    expect(again).toMatchObject({ number: 4, revision: back.revision });
    expect(await refusalOf(manager.flows.version({ id: flowId, number: 99 }))).toMatchObject({ code: 'version-unknown' });
  });

  test('an older version that names what is gone is refused with the places, and changes nothing', async () => {
    const { id } = await api.flows.create({ name: 'Fini' });
    await relais.program.store.admin.skill.create({ data: { workspaceId: relais.workspaces.a.id, key: 'short-lived', name: '{"fr":"Brève"}' } });
    const source = (await api.flows.get({ id: relais.workspaces.a.flowId })).document;
    const text = JSON.stringify(source).replaceAll('"skills":["delivery"', '"skills":["short-lived"');
    expect(text).toContain('short-lived');
    const mine = await api.flows.import({ text, references: [{ kind: 'skill', from: 'refund', to: 'delivery' }] });
    await api.flows.publish({ id: mine.id, revision: 0 });
    await relais.program.store.admin.skill.deleteMany({ where: { key: 'short-lived' } });
    expect(await refusalOf(api.flows.rollback({ id: mine.id, number: 1, revision: 0, note: 'Retour' }))).toMatchObject({ code: 'not-sound' });
    expect(await api.flows.versions({ id: mine.id })).toHaveLength(1);
    expect(id).toBeDefined();
  });
});
