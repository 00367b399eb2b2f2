import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FlowDocument } from '@/flows/document/flow-document';
import { parseDocument } from '@/flows/document/parse-document';
import { systemClock } from '@/lib/clock';
import { allowedHosts } from './effects/http-request/allowed-hosts';
import { createHttpClient, type HttpClient } from './effects/http-request/http-client';
import { runtimeHarness, type RuntimeHarness } from './testing/runtime-harness';

/** The example of the step's own help: asks for a number, looks it up, tells the status or calls an agent. */
function helpFlow(port: number): FlowDocument {
  const help = readFileSync(join(import.meta.dirname, '../../flows/nodes/http-request/http-request.en.md'), 'utf8');
  const parsed = parseDocument(JSON.parse((/```json\n([\s\S]*?)```/.exec(help)?.[1] ?? '').replace('https://shop.example.com', `http://shop.internal:${port}`)));
  if (!parsed.ok) throw new Error('the example does not parse');
  return parsed.document;
}

let house: RuntimeHarness;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let heard: IncomingMessage[];
let close: () => Promise<void>;
let port: number;
let http: HttpClient;

beforeEach(async () => {
  heard = [];
  const server = createServer((request, response) => {
    heard.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  http = createHttpClient({
    clock: systemClock,
    allowed: allowedHosts([{ host: 'shop.internal', port }]),
    secretOf: async () => null,
    resolve: (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
  });
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  house = await runtimeHarness({ document: helpFlow(port), http });
});
afterEach(async () => {
  await close();
  await house.remove();
  await http.close();
});

const json = (response: ServerResponse, value: unknown): void => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
const last = async (): Promise<string | undefined> => (await house.thread()).at(-1);

it('asks the service with the effect’s id, keeps what fits and goes on', async () => {
  answer = (_request, response) => json(response, { order: { status: 'on its way' } });
  await house.say('hi');
  await house.say('47/11 ?');
  await vi.waitFor(async () => expect(await last()).toBe('bot: Your order is on its way.'));
  expect(heard[0]?.url).toBe('/orders/47%2F11%20%3F');
  const row = await house.store.admin.outbox.findFirstOrThrow({ where: { kind: 'http.request' } });
  expect(heard[0]?.headers['idempotency-key']).toBe(row.id);
  await vi.waitFor(async () => expect((await house.store.admin.outbox.findFirstOrThrow({ where: { kind: 'http.request' } })).state).toBe('done'));
});

it('calls a person by the way of a status, and by “failed” when three attempts have failed', async () => {
  let status = 404;
  answer = (_request, response) => void response.writeHead(status).end();
  await house.say('hi');
  await house.say('1');
  await vi.waitFor(async () => expect((await house.conversation()).owner).toBe('queued'));
  expect(heard).toHaveLength(1);
  status = 500;
  const key = await house.customer('another');
  await house.runtime.deliver(key, { key: 'a', type: 'customer.message', text: 'hi' });
  await house.runtime.deliver(key, { key: 'b', type: 'customer.message', text: '2' });
  for (const attempts of [2, 3]) {
    await vi.waitFor(() => expect(heard).toHaveLength(attempts));
    await vi.waitFor(async () => expect(await house.store.admin.outbox.count({ where: { kind: 'http.request', state: 'pending' } })).toBe(1));
    house.clock.advance(5000);
  }
  await vi.waitFor(async () => expect(await house.store.admin.conversation.count({ where: { owner: 'queued' } })).toBe(2));
  expect(heard).toHaveLength(4);
  expect(new Set(heard.slice(1).map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
});

it('keeps what she writes meanwhile, and holds up nobody else', async () => {
  const waiting: ServerResponse[] = [];
  answer = (request, response) => (request.url === '/orders/slow' ? void waiting.push(response) : json(response, { order: { status: 'sent' } }));
  await house.say('hi');
  await house.say('slow');
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  await house.say('are you there?');
  const key = await house.customer('another');
  await house.runtime.deliver(key, { key: 'a', type: 'customer.message', text: 'hi' });
  await house.runtime.deliver(key, { key: 'b', type: 'customer.message', text: 'fast' });
  await vi.waitFor(async () => expect((await house.thread(key)).at(-1)).toBe('bot: Your order is sent.'));
  expect(await last()).toBe('customer: are you there?');
  const [response] = waiting;
  if (response) json(response, { order: { status: 'late' } });
  await vi.waitFor(async () => expect(await last()).toBe('bot: Your order is late.'));
});

it('repeats after a crash between the answer and the note of it, under the same key, and goes on once', async () => {
  let hang = true;
  answer = (_request, response) => (hang ? undefined : json(response, { order: { status: 'sent' } }));
  await house.say('hi');
  await house.say('1');
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  hang = false;
  await house.restart('crash', { document: null, http });
  await vi.waitFor(async () => expect(await last()).toBe('bot: Your order is sent.'));
  expect(heard).toHaveLength(2);
  expect(heard[0]?.headers['idempotency-key']).toBe(heard[1]?.headers['idempotency-key']);
  expect((await house.thread()).filter((line) => line.includes('sent'))).toHaveLength(1);
});
