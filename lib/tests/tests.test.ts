import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulate } from '@/flows/simulator/simulate';
import type { Script } from '@/flows/simulator/script';
import { Refusal } from '@/lib/refusal';
import { startTestProgram, type TestProgram } from '@/lib/server/testing/test-program';

type Api = Awaited<ReturnType<TestProgram['api']>>;
const SCRIPT: Script = { language: 'fr', events: [{ say: 'bonjour' }, { press: 'Suivre ma commande' }] };
let relais: TestProgram;
let api: Api;
let flowId: string;

beforeAll(async () => {
  relais = await startTestProgram();
  api = await relais.api('tom@a.example');
  flowId = relais.workspaces.a.flowId;
});
afterAll(() => relais.stop());

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof TRPCError) return error.cause instanceof Refusal ? error.cause.code : error.code;
  throw new Error(`not refused: ${String(error)}`);
}

async function played() {
  const { document } = await api.flows.get({ id: flowId });
  return simulate(document, SCRIPT);
}

const audited = async (targetId: string) =>
  (await relais.program.store.admin.auditEntry.findMany({ where: { targetId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(({ action }) => action);

test('a conversation that was played is kept as it was, and listed with its flow', async () => {
  const transcript = await played();
  const planted = (await api.tests.ofFlow({ flowId })).length;
  const { id } = await api.tests.create({ flowId, name: '  Suivi de commande ', script: SCRIPT, transcript });
  const kept = (await api.tests.ofFlow({ flowId })).find((one) => one.id === id);
  expect(kept).toMatchObject({ id, flowId, name: 'Suivi de commande', script: SCRIPT, updatedBy: { name: 'Tom Okafor' } });
  expect(kept?.transcript).toEqual(JSON.parse(JSON.stringify(transcript)));
  expect(await api.tests.get({ id })).toEqual(kept);
  expect(await api.tests.list()).toContainEqual(expect.objectContaining({ flowId, tests: planted + 1 }));
});

test('a test is renamed, takes another answer, is removed and comes back under its id, each told in the audit', async () => {
  const transcript = await played();
  const { id } = await api.tests.create({ flowId, name: 'Avant', script: SCRIPT, transcript });
  await api.tests.rename({ id, name: 'Après' });
  const other = { ...transcript, variables: { order: '4711' } };
  await api.tests.update({ id, transcript: other });
  const changed = await api.tests.get({ id });
  expect(changed).toMatchObject({ name: 'Après', script: SCRIPT, transcript: { variables: { order: '4711' } } });
  await api.tests.remove({ id });
  expect(await codeOf(api.tests.get({ id }))).toBe('test-unknown');
  expect(await codeOf(api.tests.remove({ id }))).toBe('test-unknown');
  await api.tests.create({ id, flowId, name: changed.name, script: changed.script, transcript: changed.transcript });
  expect(await api.tests.get({ id })).toMatchObject({ id, name: 'Après', transcript: changed.transcript });
  expect(await codeOf(api.tests.create({ id, flowId, name: 'Encore', script: SCRIPT, transcript }))).toBe('conflict');
  expect(await audited(id)).toEqual(['test.created', 'test.renamed', 'test.updated', 'test.removed', 'test.created']);
});

test('what is no script, no transcript, too large, or of no flow is refused', async () => {
  const transcript = await played();
  expect(await codeOf(api.tests.create({ flowId, name: 'x', script: { language: 'fr', events: [] }, transcript }))).toBe('BAD_REQUEST');
  expect(await codeOf(api.tests.create({ flowId, name: 'x', script: SCRIPT, transcript: { entries: 3 } as never }))).toBe('BAD_REQUEST');
  expect(await codeOf(api.tests.create({ flowId, name: ' ', script: SCRIPT, transcript }))).toBe('BAD_REQUEST');
  expect(await codeOf(api.tests.create({ flowId: 'nowhere', name: 'x', script: SCRIPT, transcript }))).toBe('flow-unknown');
  const large = { ...transcript, variables: { text: 'x'.repeat(400_000) } };
  expect(await codeOf(api.tests.create({ flowId, name: 'x', script: SCRIPT, transcript: large }))).toBe('too-large');
});

test('an archived flow has no tests, and takes none', async () => {
  const manager = await relais.api('ines@a.example');
  const { id: archived } = await manager.flows.create({ name: 'Ancien' });
  const { id } = await api.tests.create({ flowId: archived, name: 'x', script: SCRIPT, transcript: await played() });
  await relais.program.store.admin.flow.update({ where: { workspaceId_id: { workspaceId: relais.workspaces.a.id, id: archived } }, data: { archivedAt: 1n } });
  expect(await codeOf(api.tests.ofFlow({ flowId: archived }))).toBe('flow-unknown');
  expect(await codeOf(api.tests.get({ id }))).toBe('test-unknown');
  expect(await codeOf(api.tests.create({ flowId: archived, name: 'y', script: SCRIPT, transcript: await played() }))).toBe('flow-unknown');
  expect((await api.tests.list()).map(({ flowId: of }) => of)).not.toContain(archived);
});

test('the calendars of the workspace come whole', async () => {
  const [calendar] = await api.workspace.calendars();
  expect(calendar).toMatchObject({ key: 'service', timeZone: 'Europe/Paris' });
  expect(calendar?.spans.mon.length).toBeGreaterThan(0);
});
