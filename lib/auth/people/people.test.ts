import { randomUUID } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queuedConversation, startTestProgram, type TestProgram } from '@/lib/server/testing/test-program';

type Api = Awaited<ReturnType<TestProgram['api']>>;
let relais: TestProgram;
let api: Api;

beforeAll(async () => {
  relais = await startTestProgram();
  api = await relais.api('ines@a.example');
}, 60_000);
afterAll(() => relais.stop());

const refusal = async (work: Promise<unknown>): Promise<string> => work.then(() => 'answered', (error: unknown) => (error instanceof TRPCError ? error.message : String(error)));
const person = async (email: string) => (await api.people.list()).find((entry) => entry.email === email);
const owner = (id: string) => relais.program.store.admin.conversation.findFirstOrThrow({ where: { id } });

async function signIn(email: string, password: string): Promise<string | null> {
  const answer = await fetch(`${relais.url}/api/auth/sign-in/email`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, password }) });
  return answer.ok ? answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ') : null;
}
async function me(cookie: string | null): Promise<number> {
  return (await fetch(`${relais.url}/trpc/session.me`, { headers: { cookie: cookie ?? '' } })).status;
}

test('a person added signs in with the password shown once, and is routed to as was said', async () => {
  const { id, password } = await api.people.add({ name: 'Zoé Martin', email: 'Zoe@A.example', roles: ['agent'], agent: { capacity: 2, queues: ['service'], skills: { refund: 3 } } });
  expect(await me(await signIn('zoe@a.example', password))).toBe(200);
  expect(await person('zoe@a.example')).toMatchObject({ id, roles: ['agent'], agent: { capacity: 2, queues: ['service'], skills: { refund: 3 }, presence: 'offline' }, openConversations: 0 });
  expect((await person('zoe@a.example'))?.lastSignInAt).toBeGreaterThan(0);
  expect(await refusal(api.people.add({ name: 'Zoé', email: 'zoe@a.example', roles: ['tester'] }))).toBe('already-member');
  expect(await refusal(api.people.add({ name: 'Léa', email: 'lea@b.example', roles: ['tester'] }))).toBe('email-taken');
});

test('an agent without settings gets the default queue and four slots', async () => {
  await api.people.add({ name: 'Sami', email: 'sami@a.example', roles: ['agent'] });
  expect((await person('sami@a.example'))?.agent).toMatchObject({ capacity: 4, queues: ['service'], skills: {} });
});

test('a new password ends what the old one opened', async () => {
  const { id, password } = await api.people.add({ name: 'Ana', email: 'ana@a.example', roles: ['tester'] });
  const cookie = await signIn('ana@a.example', password);
  const renewed = await api.people.renewPassword({ id });
  expect(await me(cookie)).toBe(401);
  expect(await signIn('ana@a.example', password)).toBeNull();
  expect(await me(await signIn('ana@a.example', renewed.password))).toBe(200);
});

test('the last administrator keeps the role and stays, also when two ask at once', async () => {
  const ines = await person('ines@a.example');
  if (!ines) throw new Error('nobody');
  expect(await refusal(api.people.change({ id: ines.id, name: ines.name, roles: ['manager'] }))).toBe('last-administrator');
  expect(await refusal(api.people.remove({ id: ines.id }))).toBe('last-administrator');
  const { id } = await api.people.add({ name: 'Ada', email: 'ada@a.example', roles: ['administrator'] });
  const other = await relais.api('ada@a.example');
  expect(await refusal(api.people.remove({ id: ines.id }))).toBe('remove-yourself');
  const outcomes = await Promise.all([refusal(api.people.change({ id: ines.id, name: ines.name, roles: ['manager'] })), refusal(other.people.change({ id, name: 'Ada', roles: ['tester'] }))]);
  expect(outcomes.sort()).toEqual(['answered', 'last-administrator']);
  // Whoever is left gives the role back, for the tests that follow.
  await relais.program.store.admin.membershipRole.deleteMany({ where: { userId: ines.id } });
  await relais.program.store.admin.membershipRole.createMany({ data: (['manager', 'administrator'] as const).map((role) => ({ workspaceId: relais.workspaces.a.id, userId: ines.id, role })) });
});

test('whoever is removed is out at the next request, and her conversations wait for the others', async () => {
  const lea = await relais.api('lea@a.example');
  const cookie = await relais.signIn('lea@a.example');
  await lea.presence.set({ presence: 'available' });
  const held = await queuedConversation(relais, relais.workspaces.a, 'tenue');
  await lea.inbox.accept({ id: held });
  await lea.inbox.reply({ id: held, key: randomUUID(), text: 'Je regarde.' });
  const offered = await queuedConversation(relais, relais.workspaces.a, 'proposée');
  await expect.poll(async () => (await owner(offered)).offeredTo).not.toBeNull();
  const stream = (await relais.api('lea@a.example')).live.events();
  const heard = (async () => {
    for await (const event of await stream) void event;
    return 'ended';
  })();
  await new Promise((resolve) => setTimeout(resolve, 20));

  const { id = '', openConversations } = (await person('lea@a.example')) ?? {};
  expect(openConversations).toBe(1);
  expect(await api.people.remove({ id })).toEqual({ released: 1 });
  expect(await me(cookie)).toBe(401);
  expect(await heard).toBe('ended');
  expect(await owner(held)).toMatchObject({ owner: 'queued', agentId: null, queueKey: 'service' });
  expect(await owner(offered)).toMatchObject({ owner: 'queued', offeredTo: null });
  expect(await person('lea@a.example')).toBeUndefined();
  expect(await signIn('lea@a.example', relais.workspaces.a.signIns.find(({ email }) => email.startsWith('lea'))?.password ?? '').then(me)).toBe(401);
  // What she wrote keeps her name.
  const { messages } = await (await relais.api('nadia@a.example')).inbox.conversation({ id: held });
  expect(JSON.stringify(messages)).toContain('Léa Fontaine');

  const back = await api.people.add({ name: 'Léa Fontaine', email: 'lea@a.example', roles: ['agent'] });
  expect(back.id).toBe(id);
  expect(await me(await signIn('lea@a.example', back.password))).toBe(200);
});

test('an agent who loses the role gives her conversations back, and each act is in the journal', async () => {
  const karim = await person('karim@a.example');
  if (!karim) throw new Error('nobody');
  const agent = await relais.api('karim@a.example');
  await agent.presence.set({ presence: 'available' });
  const held = await queuedConversation(relais, relais.workspaces.a, 'à Karim');
  await agent.inbox.accept({ id: held });
  expect(await api.people.change({ id: karim.id, name: 'Karim B.', roles: ['supervisor'] })).toEqual({ released: 1 });
  expect((await owner(held)).owner).toBe('queued');
  expect(await person('karim@a.example')).toMatchObject({ name: 'Karim B.', roles: ['supervisor'], agent: null });
  const actions = (await relais.program.store.admin.auditEntry.findMany({ where: { target: 'person' } })).map(({ action }) => action);
  expect(new Set(actions)).toEqual(new Set(['person.added', 'person.changed', 'person.removed', 'person.password-renewed']));
});
