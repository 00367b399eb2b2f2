import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { registryWithBrokenStep } from '@/lib/runtime/testing/broken-step';
import { LIBRARY_FLOW } from '@/lib/runtime/testing/runtime-harness';
import type { ConversationKey } from '@/lib/runtime/runtime-types';
import { queuedConversation, startTestProgram, type TestProgram } from '@/lib/server/testing/test-program';
import { startTracing, type Tracing } from '@/lib/metrics/start-tracing';

let relais: TestProgram;
let provider: 'well' | 'down' = 'well';
let tracing: Tracing;
const spans: { name: string; traceId: string; turn: string | undefined }[] = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    interface Otlp { resourceSpans: { scopeSpans: { spans: { name: string; traceId: string; attributes: { key: string; value: { stringValue?: string } }[] }[] }[] }[] }
    for (const { scopeSpans } of (JSON.parse(body) as Otlp).resourceSpans) {
      for (const span of scopeSpans.flatMap((scope) => scope.spans)) {
        spans.push({ name: span.name, traceId: span.traceId, turn: span.attributes.find(({ key }) => key === 'relais.turn')?.value.stringValue });
      }
    }
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  });
});

beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  tracing = startTracing(new URL(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/v1/traces`), (error) => { throw error; });
  relais = await startTestProgram({
    registry: registryWithBrokenStep(),
    tracing: tracing.instruments,
    senders: new Map([['sms', async () => { if (provider === 'down') throw new Error('the provider is down'); }]]),
  });
});
afterAll(async () => {
  await relais.stop();
  await tracing.stop();
  receiver.close();
});

/** Every series with its value, by its full name. */
async function read(headers: Record<string, string> = {}): Promise<Map<string, number>> {
  const answer = await fetch(`${relais.url}/metrics`, { headers });
  expect(answer.status).toBe(200);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

const sum = (values: Map<string, number>, ...parts: string[]): number =>
  [...values].filter(([name]) => parts.every((part) => name.includes(part))).reduce((total, [, value]) => total + value, 0);

/** What answers each question, as one number. */
const SIGNALS: Record<string, (values: Map<string, number>) => number> = {
  database: (values) => sum(values, 'relais_database_busy_seconds_sum'),
  noisy: (values) => (sum(values, 'relais_conversation_last_minute_turns{rank="1"}') > 60 ? 1 : 0),
  timers: (values) => sum(values, 'relais_timers_late_total'),
  leaving: (values) => sum(values, 'relais_outbox_attempts_total', 'result="retry"'),
  quarantined: (values) => sum(values, 'relais_turns_total', 'outcome="quarantined"'),
  starved: (values) => (sum(values, 'relais_event_loop_delay_seconds{quantile="1"}') > 0.4 ? 1 : 0),
  waiting: (values) => sum(values, 'relais_conversations_waiting'),
  backlog: (values) => sum(values, 'relais_accepted_undrained_conversations'),
};

const signals = (values: Map<string, number>): Record<string, number> => Object.fromEntries(Object.entries(SIGNALS).map(([name, of]) => [name, of(values)]));
let before: Record<string, number>;
beforeEach(async () => {
  provider = 'well';
  // Reading twice: what the test before did to the loop is forgotten with the first.
  await read();
  before = signals(await read());
});

/** Exactly these signals are higher than before; all others stand where they stood. */
async function moved(...names: string[]): Promise<void> {
  await vi.waitFor(async () => {
    const now = signals(await read());
    expect(Object.keys(SIGNALS).filter((name) => (now[name] ?? 0) > (before[name] ?? 0))).toEqual(names);
  }, { timeout: 5000, interval: 100 });
}

let visitors = 0;
async function conversation(connectionId = relais.workspaces.a.connectionId): Promise<ConversationKey> {
  const workspaceId = relais.workspaces.a.id;
  const { conversationId } = await relais.program.runtime.openConversation({ workspaceId, connectionId, externalId: `visitor-${(visitors += 1)}`, language: 'en' });
  return { workspaceId, conversationId };
}
const say = (key: ConversationKey, id: string) => relais.program.runtime.deliver(key, { key: id, type: 'customer.message', text: 'hello' });
const file = (): string => join(relais.program.env.dataDir, 'relais.db');

/** Another process that keeps the write lock so long. */
async function lock(ms: number): Promise<void> {
  const code = `import Database from 'libsql'; const db = new Database(process.argv[1]); db.exec('BEGIN IMMEDIATE'); console.log('held'); setTimeout(() => { db.exec('COMMIT'); db.close(); }, ${ms});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, file()], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
}

test('1. is the door slow, or the database? The database, when another process holds it', async () => {
  const key = await conversation();
  await lock(800);
  await say(key, 'held');
  await moved('database');
  const values = await read();
  expect(sum(values, 'relais_turn_duration_seconds_sum{phase="wait"}')).toBeGreaterThan(0.3);
  expect(sum(values, 'relais_turn_duration_seconds_sum{phase="work"}')).toBeLessThan(0.3);
});

test('3. are timers late?', async () => {
  const key = await conversation();
  await say(key, 'first');
  await relais.program.store.admin.timer.updateMany({ where: key, data: { fireAt: BigInt(Date.now() - 60_000) } });
  const [timer] = await relais.program.store.turns.dueTimers(Date.now(), 1);
  expect(sum(await read(), 'relais_timers_due')).toBeGreaterThan(0);
  if (!timer) throw new Error('the flow has set no timer');
  await relais.program.runtime.deliver(key, { ...timer, key: 'timer', type: 'timer.due' });
  await moved('timers');
});

test('4. are messages leaving? And one message is one trace from turn to attempt', async () => {
  const { admin } = relais.program.store;
  const { id, flowId } = relais.workspaces.a;
  await admin.channelConnection.create({ data: { workspaceId: id, id: 'sms', channel: 'sms', publicKey: 'sms-key', name: 'SMS', flowId, createdAt: 0n } });
  provider = 'down';
  const key = await conversation('sms');
  await say(key, 'sms');
  await moved('leaving');
  expect(sum(await read(), 'relais_outbox_pending_effects{kind="message.send"}')).toBeGreaterThan(0);
  const turn = `${key.conversationId}/sms`;
  await vi.waitFor(() => expect([...new Set(spans.filter((span) => span.turn === turn).map(({ name }) => name))].sort()).toEqual(['effect message.send', 'turn customer.message']), { timeout: 5000 });
  expect(new Set(spans.filter((span) => span.turn === turn).map(({ traceId }) => traceId)).size).toBe(1);
});

test('5. is anything quarantined?', async () => {
  const { admin } = relais.program.store;
  const { id } = relais.workspaces.a;
  const document = structuredClone(LIBRARY_FLOW);
  document.nodes.bad = { id: 'bad', type: 'broken', version: 1, title: { en: 'Broken' }, position: { x: 0, y: 0 }, data: {} };
  document.edges['welcome/option:other'] = { from: 'welcome', port: 'option:other', to: 'bad' };
  document.edges['bad/next'] = { from: 'bad', port: 'next', to: 'any-advisor' };
  await admin.flow.create({ data: { workspaceId: id, id: 'bad', name: 'Bad', draft: '{}', publishedVersionId: 'bad-1', createdAt: 0n, updatedAt: 0n } });
  await admin.flowVersion.create({ data: { workspaceId: id, id: 'bad-1', flowId: 'bad', number: 1, document: JSON.stringify(document), hash: 'x', publishedAt: 0n } });
  await admin.channelConnection.create({ data: { workspaceId: id, id: 'bad', channel: 'web-chat', publicKey: 'bad-key', name: 'Bad', flowId: 'bad', createdAt: 0n } });
  const key = await conversation('bad');
  await say(key, 'first');
  await relais.program.runtime.deliver(key, { key: 'second', type: 'customer.message', text: 'Something else', choice: 'welcome:other' });
  // The conversation goes to a person: that is the other half of the answer.
  await moved('quarantined', 'waiting');
  expect(sum(await read(), 'relais_turns_total', 'outcome="quarantined"', 'flow_version="bad-1"')).toBe(1);
});

test('6. is the process starved?', async () => {
  // Whatever else the machine does may have starved it before; each reading looks at the time since the last.
  await vi.waitFor(async () => {
    before = signals(await read());
    expect(before['starved']).toBe(0);
  }, { timeout: 20_000, interval: 300 });
  // After a reading the meter takes one sample before it measures.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const until = performance.now() + 600;
  while (performance.now() < until);
  // A question that is already on its way would be answered before the meter looks at the clock.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const now = signals(await read());
  expect(Object.keys(SIGNALS).filter((name) => (now[name] ?? 0) > (before[name] ?? 0))).toEqual(['starved']);
});

test('7. are people waiting for an agent?', async () => {
  await queuedConversation(relais, relais.workspaces.a, 'bonjour');
  await moved('waiting');
});

test('8. will a queue fill up?', async () => {
  const key = await conversation();
  await relais.program.store.admin.inboundEvent.create({ data: { ...key, seq: 1, key: 'left', type: 'customer.message', payload: '{}', receivedAt: 0n } });
  await relais.program.store.admin.conversation.update({ where: { workspaceId_id: { workspaceId: key.workspaceId, id: key.conversationId } }, data: { inboundSeq: 1 } });
  await moved('backlog');
  const values = await read();
  expect(sum(values, 'relais_data_free_bytes')).toBeGreaterThan(0);
  expect(sum(values, 'relais_database_size_bytes')).toBeGreaterThan(10_000);
});

test('2. who is noisy?', async () => {
  const key = await conversation();
  // A sender that repeats itself without end.
  for (let turn = 0; turn < 80; turn += 1) await say(key, 'again');
  await moved('noisy');
  expect(sum(await read(), `relais_workspace_last_minute_turns{workspace="${relais.workspaces.a.id}"}`)).toBeGreaterThanOrEqual(80);
});

test('ready says which check fails, by name; alive asks nothing of the database', async () => {
  expect(await (await fetch(`${relais.url}/readyz`)).json()).toEqual({ status: 'ready' });
  await new Promise((resolve) => setTimeout(resolve, 600));
  await lock(3000);
  const refused = await fetch(`${relais.url}/readyz`);
  expect([refused.status, await refused.json()]).toEqual([503, { status: 'not-ready', failed: ['database-write'] }]);
  expect((await fetch(`${relais.url}/healthz`)).status).toBe(200);
  await vi.waitFor(async () => expect((await fetch(`${relais.url}/readyz`)).status).toBe(200), { timeout: 8000, interval: 300 });
});

test('the metrics are for this machine itself, not for what a proxy on it forwards', async () => {
  for (const [name, value] of [['X-Forwarded-For', '203.0.113.1'], ['Forwarded', 'for=203.0.113.1'], ['Via', '1.1 proxy']] as const) {
    expect((await fetch(`${relais.url}/metrics`, { headers: { [name]: value } })).status).toBe(404);
  }
  const status = await new Promise<number>((resolve, reject) => {
    httpRequest(`${relais.url}/metrics`, { headers: { Host: 'evil.example' } }, (response) => { response.resume(); resolve(response.statusCode ?? 0); }).on('error', reject).end();
  });
  expect(status).toBe(421);
});

test('while it stops it says so, and keeps no connection', async () => {
  relais.program.beginStop();
  const ready = await fetch(`${relais.url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'not-ready', failed: ['stopping'] }]);
  for (const path of ['/healthz', '/metrics']) {
    const answer = await fetch(`${relais.url}${path}`);
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  }
});
