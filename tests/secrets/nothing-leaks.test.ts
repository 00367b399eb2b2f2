import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TRPCClient } from '@trpc/client';
import Database from 'libsql';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AppRouter } from '@/lib/api/router';
import { DEMO } from '@/lib/cli/seed/demo-workspace';
import { DATABASE_FILE } from '@/lib/env';
import { apiWith } from '../browser/api-of';
import { startProgram, type Program } from '../browser/program';
import { chatClient } from '../overload/chat-client';
import { BREAKS, leakyFlow, SERVICE } from './leaky-flow';

/** Spelled in many ways: by addresses, by forms, by JSON, by languages that escape slashes and accents. */
const SHOP = "5h0p/k~y (sésame)+'ouvre=toi'!*";
/** Cannot be sent in a header at all. */
const CYRILLIC = 'пароль-магазина-5551';
const SAID = 'the customer lives at 12 rue Haxo';
const SECRET = 'installation-secret-7f3a9c1e5b8d2460aa';
const METRICS = 'metrics-bearer-91c27d44e0';
const PASSWORD_OF_NOBODY = 'password-nobody-has-8842';

/** What may be read nowhere, by what it is. */
const hidden = new Map<string, string>(Object.entries({ shop: SHOP, cyrillic: CYRILLIC, installation: SECRET, metrics: METRICS, 'wrong password': PASSWORD_OF_NOBODY }));

let answering: 'well' | 'broken' | 'cut' = 'well';
const heard: { headers: IncomingMessage['headers']; url: string; body: string }[] = [];
const spans: string[] = [];
/** A service that says everything back in its own spelling, and takes the spans beside. */
const service = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const { headers, url = '' } = request;
    if (url.startsWith('/v1/traces')) {
      spans.push(body);
      return void response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    }
    heard.push({ headers, url, body });
    if (answering === 'cut') return void request.socket.destroy();
    // Node reads headers byte by byte.
    const sent = Buffer.from(headers.authorization ?? '', 'latin1');
    const said = { url, path: decodeURIComponent(url), lower: url.toLowerCase(), body, sent: sent.toString('latin1'), base64: sent.subarray(7).toString('base64'), page: markup(sent.toString('latin1')) };
    const escaped = JSON.stringify(said).replaceAll('/', '\\/').replace(/[^\0-~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
    response.writeHead(answering === 'broken' ? 500 : 200, { 'Content-Type': 'application/json', 'X-Seen': url }).end(escaped);
  });
});
const markup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll("'", '&#039;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

let program: Program;
let api: TRPCClient<AppRouter>;
let flowId: string;
let chat: ReturnType<typeof chatClient>;
const sql = <T>(work: (database: InstanceType<typeof Database>) => T): T => {
  const database = new Database(join(program.dataFolder, DATABASE_FILE));
  database.exec('PRAGMA busy_timeout = 5000');
  try {
    return work(database);
  } finally {
    database.close();
  }
};

async function signIn(email: string, password: string): Promise<Response> {
  return fetch(`${program.url}/api/auth/sign-in/email`, { method: 'POST', headers: { 'Content-Type': 'application/json', origin: program.url }, body: JSON.stringify({ email, password }) });
}
async function event(key: string, id: string): Promise<number> {
  const body = { id, event: 'order.told', connection: DEMO.connection.publicKey, contact: { externalId: randomUUID() }, data: { order: { number: SAID } } };
  const answer = await fetch(`${program.url}/api/v1/events`, { method: 'POST', headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return answer.status;
}
async function say(token: string, text: string): Promise<number> {
  return (await chat.post('messages', { id: randomUUID(), text }, token)).status;
}
/** A visitor who has given her order's number, with her token. */
async function asked(): Promise<string> {
  const token = await chat.visitor();
  hidden.set(`visitor ${hidden.size}`, token);
  await say(token, 'hello');
  await say(token, SAID);
  return token;
}
const failures = async (): Promise<number> => (await api.operations.failedTurns.query({ state: 'open' })).turns.length;

/** Which of these texts a place holds, however long it is. */
const found = (place: string, values: ReadonlyMap<string, string> = hidden): string[] =>
  [...values].filter(([, value]) => [value, value.replaceAll(' ', '+'), JSON.stringify(value).slice(1, -1), encodeURIComponent(value), new URLSearchParams({ value }).toString().slice(6), Buffer.from(value).toString('base64'), markup(value)].some((spelling) => place.includes(spelling))).map(([name]) => name);

/** Every cell of the database but those that hold what signs people in. */
function stored(): string {
  return sql((database) => {
    const names = (database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").raw().all() as [string][]).map(([name]) => name);
    return names.filter((name) => name !== 'Session').map((name) => JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).raw().all())).join('\n');
  });
}

beforeAll(async () => {
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  const { port } = service.address() as AddressInfo;
  program = await startProgram({ RELAIS_LOG: 'trace', RELAIS_SECRET: SECRET, RELAIS_METRICS_TOKEN: METRICS, RELAIS_HTTP_ALLOW: `127.0.0.1:${port}`, OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
  chat = chatClient(program.url, DEMO.connection.publicKey, 4);
  const ines = program.signIns['ines'];
  if (!ines) throw new Error('nobody may sign in');
  expect((await signIn(ines.email, PASSWORD_OF_NOBODY)).status).toBe(401);
  const cookie = (await signIn(ines.email, ines.password)).headers.getSetCookie().map((each) => each.split(';')[0] ?? '').join('; ');
  hidden.set('password', ines.password);
  hidden.set('session', decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)).split('.')[0] ?? '');
  api = apiWith(program, async () => cookie);
  await api.secrets.create.mutate({ key: 'shop', name: 'Shop', value: SHOP });
  // Refused, and what was sent with it forgotten.
  await expect(api.secrets.create.mutate({ key: 'shop', name: 'Shop', value: SHOP })).rejects.toThrow();
  await expect(api.secrets.create.mutate({ key: 'No key', name: 'Shop', value: SHOP })).rejects.toThrow();
  flowId = (await api.flows.import.mutate({ text: JSON.stringify(leakyFlow()), references: [] })).id;
  await api.flows.publish.mutate({ id: flowId, revision: 0 });
  const changed = sql((database) =>
    database
      .prepare('UPDATE "FlowVersion" SET "compiled" = replace(replace("compiled", ?, ?), ?, ?) WHERE "flowId" = ?')
      .run(SERVICE, `http://127.0.0.1:${port}`, JSON.stringify([{ kind: 'text', text: { en: BREAKS } }]), 'null', flowId),
  );
  expect(changed.changes).toBe(1);
  const widget = (await api.widget.list.query()).connections.find(({ publicKey }) => publicKey === DEMO.connection.publicKey);
  if (!widget) throw new Error('no connection');
  await api.widget.save.mutate({ id: widget.id, name: widget.name, flowId, settings: widget.settings });
});
afterAll(async () => {
  chat?.close();
  await program?.stop();
  service.close();
});

test('what is secret is used and stands nowhere afterwards: not in the database, not in what administrators read, not in the flow', async () => {
  const { key } = await api.apiKeys.create.mutate({ name: 'Shop' });
  hidden.set('API key', key);
  hidden.set('wrong API key', `${key.slice(0, -4)}zzzz`);
  expect(await event(`${key.slice(0, -4)}zzzz`, 'wrong')).toBe(401);
  expect(await event(key, 'right')).toBe(202);

  const first = await asked();
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  // It arrived in the three places.
  expect(Buffer.from(heard[0]?.headers.authorization ?? '', 'latin1').toString('latin1')).toBe(`Bearer ${SHOP}`);
  expect(JSON.parse(heard[0]?.body ?? '')).toEqual({ order: SAID, key: SHOP });
  expect(new URL(heard[0]?.url ?? '', SERVICE).searchParams.get('key')).toBe(SHOP);
  await vi.waitFor(() => expect(stored().includes('•••')).toBe(true), { timeout: 10_000 });
  // The customer writes into a machine that breaks.
  await say(first, SAID);
  await vi.waitFor(async () => expect(await failures()).toBe(1));
  for (const [how, expected] of [['broken', 2], ['cut', 3]] as const) {
    answering = how;
    await asked();
    await vi.waitFor(async () => expect(await failures()).toBe(expected), { timeout: 15_000 });
  }
  answering = 'well';
  await api.secrets.save.mutate({ key: 'shop', name: 'Shop', value: CYRILLIC });
  await asked();
  await vi.waitFor(async () => expect(await failures()).toBe(4), { timeout: 15_000 });
  expect(heard).toHaveLength(3);

  const database = stored();
  expect(found(database, new Map([['customer', SAID]]))).toEqual(['customer']);
  expect(found(database)).toEqual([]);
  const { turns } = await api.operations.failedTurns.query({ state: 'open' });
  const views = await Promise.all(turns.map(({ conversationId, seq }) => api.operations.failedTurn.query({ conversationId, seq })));
  const pages = JSON.stringify([turns, views, await api.operations.failedDeliveries.query(), await api.secrets.list.query(), await api.apiKeys.list.query(), await api.workspace.references.query()]);
  expect(found(pages)).toEqual([]);
  const flow = JSON.stringify([await api.flows.get.query({ id: flowId }), await api.flows.version.query({ id: flowId, number: 1 })]);
  expect(found(flow, new Map([...hidden, ['customer', SAID]]))).toEqual([]);
});

test('nor in the metrics, the spans and the log, at its most talkative, also when the database fails under it', async () => {
  const bearer = (token: string) => fetch(`${program.url}/metrics`, { headers: { Authorization: `Bearer ${token}`, 'X-Forwarded-For': '203.0.113.1' } });
  expect((await bearer(METRICS.slice(1))).status).not.toBe(200);
  const metrics = await bearer(METRICS);
  expect(metrics.status).toBe(200);
  const everything = new Map([...hidden, ['customer', SAID]]);
  expect(found(await metrics.text(), everything)).toEqual([]);

  // Tables that are gone: each of these fails where nobody has foreseen it.
  const tables = ['Secret', 'ApiKey', 'Identity', 'Account'];
  const rename = (from: string, to: string) => sql((database) => database.exec(`PRAGMA legacy_alter_table = ON; ALTER TABLE "${from}" RENAME TO "${to}"`));
  for (const table of tables) rename(table, `${table}Gone`);
  const before = program.output().length;
  await expect(api.secrets.create.mutate({ key: 'other', name: 'Other', value: SHOP })).rejects.toThrow();
  await expect(api.secrets.save.mutate({ key: 'shop', name: 'Shop', value: SHOP })).rejects.toThrow();
  expect(await event(hidden.get('API key') ?? '', 'fails')).toBeGreaterThanOrEqual(500);
  expect(await say([...hidden.entries()].find(([name]) => name.startsWith('visitor'))?.[1] ?? '', SAID)).toBe(503);
  const { email = '' } = program.signIns['ines'] ?? {};
  expect((await signIn(email, hidden.get('password') ?? '')).status).toBeGreaterThanOrEqual(500);
  for (const table of tables) rename(`${table}Gone`, table);
  expect(program.output().slice(before).match(/"level":50/g)?.length).toBeGreaterThanOrEqual(4);

  await vi.waitFor(() => expect(spans.join('')).toContain('turn effect.failed'), { timeout: 15_000 });
  expect(found(spans.join('\n'), everything)).toEqual([]);
  // The first start prints the demo's passwords on purpose, once, to whoever starts it.
  const log = program.output().split('\n').filter((line) => !/@maisonlumen\.example\s/.test(line));
  expect(log.some((line) => line.includes('"level":20'))).toBe(true);
  expect(log.filter((line) => found(line, everything).length > 0)).toEqual([]);
});

test('the password inside the address of a database is not told when that one cannot be used', () => {
  for (const address of ['postgresql://relais:pg-password-5120@127.0.0.1:1/relais', 'postgres:/relais:pg-password-5120@127.0.0.1']) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/cli/relais.mjs', 'start'], { env: { ...process.env, PORT: '0', RELAIS_LOG: 'trace', RELAIS_DATA: join(program.dataFolder, 'other'), DATABASE_URL: address }, encoding: 'utf8', timeout: 60_000 });
    expect(status).not.toBe(0);
    expect(stdout + stderr).not.toBe('');
    expect(stdout + stderr).not.toContain('pg-password-5120');
  }
});
