import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestProgram, type TestProgram } from './testing/test-program';

let relais: TestProgram;
let cookie: string;
/** Who may sign out as often as it is tried. */
let spare: string;
beforeAll(async () => {
  relais = await startTestProgram();
  cookie = await relais.signIn('lea@a.example');
  spare = await relais.signIn('karim@a.example');
});
afterAll(() => relais.stop());

const MEGABYTE = 'x'.repeat(1_000_000);
const BODIES: [string, string | Uint8Array<ArrayBuffer>][] = [
  ['nothing', ''],
  ['half an object', '{"email":'],
  ['null', 'null'],
  ['a number', '1'],
  ['a list', '[]'],
  ['an empty object', '{}'],
  ['deep nesting', '['.repeat(100_000)],
  ['a prototype', '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}'],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['a megabyte of text', JSON.stringify({ json: { text: MEGABYTE }, email: MEGABYTE, text: MEGABYTE })],
];
/** Every address that reads a body. */
const DOORS = ['/api/v1/events', '/api/auth/sign-in/email', '/api/auth/sign-out', '/trpc/inbox.reply', '/trpc/flows.save', '/trpc/flows.create', '/trpc/unknown.procedure', '/chat/v1/key-a/visitors', '/chat/v1/key-a/messages', '/chat/v1/nobody/messages'];

const cookieFor = (path: string): string => (path.endsWith('sign-out') ? spare : cookie);

describe.each(DOORS)('POST %s', (path) => {
  test.each(BODIES)('with %s gets a 4xx with a code and a sentence', async (_label, body) => {
    // Signing out needs nothing of its body.
    const harmless = path.endsWith('sign-out') || path.endsWith('/visitors');
    const answer = await fetch(relais.url + path, { method: 'POST', headers: { 'Content-Type': 'application/json', cookie: cookieFor(path) }, body });
    const text = await answer.text();
    if (harmless && answer.ok) return;
    expect(answer.status, text).toBeGreaterThanOrEqual(400);
    expect(answer.status, text).toBeLessThan(500);
    expect(text).toMatch(/"code":"[a-z-]+"/);
    expect(text).toMatch(/"message":"[^"]{5,}"/);
  });

  test('of another kind of content gets a 4xx', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml']) {
      const answer = await fetch(relais.url + path, { method: 'POST', headers: { 'Content-Type': type, cookie: cookieFor(path) }, body: '{"email":"a@b.example","password":"x"}' });
      if (path.endsWith('sign-out')) continue;
      expect(answer.status, type).toBeGreaterThanOrEqual(400);
      expect(answer.status, type).toBeLessThan(500);
    }
  });
});

test('a sign-in that lies about its length, or does not tell it, is cut at the limit', async () => {
  const status = await new Promise<number>((resolve, reject) => {
    const request = httpRequest(`${relais.url}/api/auth/sign-in/email`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' } }, (response) => {
      resolve(response.statusCode ?? 0);
      response.resume();
    });
    request.on('error', reject);
    for (let chunk = 0; chunk < 40; chunk += 1) request.write('x'.repeat(1024));
    request.end();
  });
  expect(status).toBe(413);
});

test.each(['/%', '/%ff', '/%00', '//evil.example/', '/flows/%2e%2e%2f%2e%2e', '/\\evil', '/trpc/%'])('the address %s gets less than 500', async (path) => {
  const { port } = new URL(relais.url);
  const head = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`));
    let received = '';
    socket.on('data', (data) => (received += data.toString()));
    socket.on('error', reject).on('close', () => resolve(received.split('\r\n')[0] ?? ''));
  });
  expect(head).toMatch(/^HTTP\/1\.1 [34]\d\d /);
});

test('a name that is not ours is refused: a foreign page made it point here', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    httpRequest(`${relais.url}/trpc/session.me`, { headers: { host: 'evil.example', cookie } }, (response) => resolve(response.resume().statusCode)).on('error', reject).end();
  });
  expect(status).toBe(421);
});

test.each([
  ['origin', 'http://localhost:1'],
  ['origin', 'https://evil.example'],
  ['origin', 'null'],
  ['sec-fetch-site', 'cross-site'],
  ['sec-fetch-site', 'same-site'],
])(
  'a command from another origin is refused: %s %s',
  async (name, value) => {
    const answer = await fetch(`${relais.url}/trpc/presence.set`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', cookie, [name]: value },
      body: JSON.stringify({ json: { presence: 'available' } }),
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { code: 'cross-origin' } });
  },
);

test('the same command from our own origin passes', async () => {
  const answer = await fetch(`${relais.url}/trpc/presence.set`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', cookie, origin: relais.url, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ json: { presence: 'away' } }),
  });
  expect(answer.status).toBe(200);
});

test('a method that a route does not know gets 405 and the list of those it does', async () => {
  const answer = await fetch(`${relais.url}/api/auth/sign-in/email`, { method: 'DELETE' });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('POST');
});

test('the account library’s other doors are closed', async () => {
  for (const path of ['/api/auth/sign-up/email', '/api/auth/update-user', '/api/auth/delete-user', '/api/auth/request-password-reset', '/api/auth/ok', '/api/auth', '/trpc']) {
    const answer = await fetch(relais.url + path, { method: 'POST', headers: { 'Content-Type': 'application/json', cookie }, body: '{}' });
    expect(answer.status, path).toBe(404);
  }
});

test('every answer forbids sniffing and framing', async () => {
  for (const path of ['/healthz', '/sign-in', '/trpc/session.me', '/chat/v1/key-a/config', '/nowhere']) {
    const { headers } = await fetch(relais.url + path, { redirect: 'manual' });
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
  }
});
