import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '@/lib/server/testing/refusal-of';
import { queuedConversation, startTestProgram, type TestProgram } from '@/lib/server/testing/test-program';

type Api = Awaited<ReturnType<TestProgram['api']>>;
let relais: TestProgram;
let api: Api;

beforeAll(async () => {
  relais = await startTestProgram();
  api = await relais.api('ines@a.example');
});
afterAll(() => relais.stop());

const move = (x: number) => [{ kind: 'node.move' as const, id: 'start', position: { x, y: 0 } }];

test('a new flow opens with its start, is saved by operations, and cannot be published while it is not sound', async () => {
  const { id } = await api.flows.create({ name: 'Retours' });
  const flow = await api.flows.get({ id });
  expect(flow).toMatchObject({ name: 'Retours', revision: 0, published: null });
  expect(Object.values(flow.document.nodes).map(({ type }) => type)).toEqual(['start']);
  expect(await api.flows.save({ id, baseRevision: 0, operations: move(14) })).toEqual({ revision: 1 });
  expect((await api.flows.get({ id })).document.nodes['start']?.position).toEqual({ x: 14, y: 0 });
  const refused = await refusalOf(api.flows.publish({ id, revision: 1 }));
  expect(refused.code).toBe('not-sound');
  expect(refused.data['diagnostics']).toContainEqual(expect.objectContaining({ code: 'unlinked-port', node: 'start' }));
});

test('a renamed document renames its flow in the list', async () => {
  const { id } = await api.flows.create({ name: 'Avant' });
  await api.flows.save({ id, baseRevision: 0, operations: [{ kind: 'document.set', path: 'name', value: 'Après' }] });
  expect((await api.flows.list()).find((flow) => flow.id === id)?.name).toBe('Après');
});

test('of two saves on one revision the second is refused with the draft as it stands', async () => {
  const { id } = await api.flows.create({ name: 'Conflit' });
  await api.flows.save({ id, baseRevision: 0, operations: move(1) });
  const refused = await refusalOf(api.flows.save({ id, baseRevision: 0, operations: move(2) }));
  expect(refused).toMatchObject({ kind: 'conflict', code: 'stale-revision', data: { revision: 1, document: { nodes: { start: { position: { x: 1 } } } } } });
});

test('of ten saves at the same moment exactly one is kept', async () => {
  const { id } = await api.flows.create({ name: 'Course' });
  const attempts = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => api.flows.save({ id, baseRevision: 0, operations: move(index + 1) })));
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const winner = attempts.findIndex(({ status }) => status === 'fulfilled');
  expect(await api.flows.get({ id })).toMatchObject({ revision: 1, document: { nodes: { start: { position: { x: winner + 1 } } } } });
});

test('an operation that does not fit changes nothing', async () => {
  const { id } = await api.flows.create({ name: 'Intact' });
  const operations = [...move(5), { kind: 'node.remove' as const, id: 'nobody' }];
  expect(await refusalOf(api.flows.save({ id, baseRevision: 0, operations }))).toMatchObject({ kind: 'invalid', code: 'bad-operation', data: { index: 1 } });
  expect(await api.flows.get({ id })).toMatchObject({ revision: 0, document: { nodes: { start: { position: { x: 0 } } } } });
});

test('publishing gives the next number, an audit entry, and leaves running conversations on their version', async () => {
  const { flowId } = relais.workspaces.a;
  const running = await queuedConversation(relais, relais.workspaces.a, 'Bonjour');
  await api.flows.save({ id: flowId, baseRevision: 0, operations: move(99) });
  expect((await api.flows.list()).find(({ id }) => id === flowId)).toMatchObject({ changedSincePublish: true, activeConversations: 1, published: { number: 1 } });
  expect(await refusalOf(api.flows.publish({ id: flowId, revision: 0 }))).toMatchObject({ code: 'stale-revision' });
  const { number, versionId } = await api.flows.publish({ id: flowId, revision: 1, note: 'Déplacé' });
  expect(number).toBe(2);
  expect(await api.flows.get({ id: flowId })).toMatchObject({ published: { versionId, number: 2, byName: 'Inès Moreau' } });
  const later = await queuedConversation(relais, relais.workspaces.a, 'Bonjour');
  const lea = await relais.api('lea@a.example');
  expect((await lea.inbox.conversation({ id: running })).flow?.number).toBe(1);
  expect((await lea.inbox.conversation({ id: later })).flow?.number).toBe(2);
  const audit = await relais.program.store.admin.auditEntry.findMany({ where: { action: 'flow.published', targetId: flowId } });
  expect(audit).toHaveLength(1);
  expect(JSON.parse(audit[0]?.detail ?? '')).toMatchObject({ number: 2, versionId, revision: 1 });
});

test('two publications at the same moment get two numbers, or one is refused', async () => {
  const { flowId } = relais.workspaces.b;
  const manager = await relais.api('ines@b.example');
  const attempts = await Promise.allSettled([manager.flows.publish({ id: flowId, revision: 0 }), manager.flows.publish({ id: flowId, revision: 0 })]);
  const numbers = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value.number] : []));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.length).toBeGreaterThan(0);
});

test('a save whose answer was lost is not written twice, whatever happened since; a stranger’s or another is', async () => {
  const { id } = await api.flows.create({ name: 'Perdu' });
  const tom = await relais.api('ines@b.example');
  expect(await api.flows.save({ id, baseRevision: 0, operations: move(1) })).toEqual({ revision: 1 });
  expect(await api.flows.save({ id, baseRevision: 0, operations: move(1) })).toEqual({ revision: 1 });
  await api.flows.save({ id, baseRevision: 1, operations: move(2) });
  expect(await api.flows.save({ id, baseRevision: 0, operations: move(1) })).toEqual({ revision: 1 });
  expect(await refusalOf(api.flows.save({ id, baseRevision: 0, operations: move(3) }))).toMatchObject({ code: 'stale-revision' });
  expect(await refusalOf(tom.flows.save({ id, baseRevision: 0, operations: move(1) }))).toMatchObject({ code: 'flow-unknown' });
  expect(await api.flows.get({ id })).toMatchObject({ revision: 2, document: { nodes: { start: { position: { x: 2 } } } } });
  expect(await relais.program.store.admin.flowOperation.count({ where: { flowId: id } })).toBe(2);
});

test('a save is told to the workspace’s people who read flows, with who did it, and to nobody else', async () => {
  const { id } = await api.flows.create({ name: 'Vu' });
  const ending = new AbortController();
  const { inbox } = relais.program.services;
  const heard = (await Promise.all(['tom@a.example', 'lea@a.example', 'ines@b.example'].map((email) => relais.caller(email)))).map((caller) => {
    const kinds: unknown[] = [];
    const listening = (async () => {
      for await (const event of inbox.live(caller, ending.signal)) if (event.kind === 'flow') kinds.push(event);
    })();
    return { kinds, listening };
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  await api.flows.save({ id, baseRevision: 0, operations: move(1) });
  await new Promise((resolve) => setTimeout(resolve, 50));
  ending.abort();
  await Promise.all(heard.map(({ listening }) => listening));
  expect(heard.map(({ kinds }) => kinds)).toEqual([[{ kind: 'flow', id, revision: 1, by: expect.objectContaining({ name: 'Inès Moreau' }) }], [], []]);
});

test('every published version can be read again as it was, the newest first in the list', async () => {
  const flowId = relais.workspaces.b.flowId;
  const manager = await relais.api('ines@b.example');
  const { document, revision, published } = await manager.flows.get({ id: flowId });
  const before = published?.number ?? 0;
  await manager.flows.save({ id: flowId, baseRevision: revision, operations: move(1400) });
  await manager.flows.publish({ id: flowId, revision: revision + 1, note: 'moved' });
  expect(await manager.flows.versions({ id: flowId })).toMatchObject([{ number: before + 1, note: 'moved', byName: 'Inès Moreau' }, ...Array.from({ length: before }, (_, index) => ({ number: before - index }))]);
  expect(await manager.flows.version({ id: flowId, number: before })).toMatchObject({ number: before, document });
  expect((await manager.flows.version({ id: flowId, number: before + 1 })).document.nodes['start']?.position).toEqual({ x: 1400, y: 0 });
  expect((await refusalOf(manager.flows.version({ id: flowId, number: before + 2 }))).code).toBe('version-unknown');
});
