import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpRequest } from '@/flows/http/http-request';
import { systemClock } from '@/lib/clock';
import { PermanentError, RetryableError } from '../effect-errors';
import { allowedHosts } from './allowed-hosts';
import { guardedAgent, type Resolve } from './guarded-agent';
import { createHttpClient, type HttpClient } from './http-client';
import { judgeAddress } from '@/flows/http/judge-address';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const asked = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET', url, headers: [], query: [], body: null, timeoutMs: 5000, keyed: false, outcomes: {}, reads: [], ...more,
});

/** Answers for every name; each name has the addresses of its turn, the last ones for ever. */
function resolver(names: Record<string, string[][]>): Resolve {
  const turns = new Map<string, number>();
  return (hostname, _options, callback) => {
    const turn = turns.get(hostname) ?? 0;
    turns.set(hostname, turn + 1);
    const addresses = names[hostname]?.[Math.min(turn, (names[hostname]?.length ?? 1) - 1)];
    if (addresses) callback(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
    else callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), []);
  };
}

async function server(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<{ port: number; heard: IncomingMessage[] }> {
  const heard: IncomingMessage[] = [];
  const http = createServer((request, response) => {
    heard.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  closing.push(() => (http.closeAllConnections(), new Promise((resolve) => http.close(resolve))));
  return { port: (http.address() as AddressInfo).port, heard };
}

function client({ names = {}, allow = [], secrets = {} }: { names?: Record<string, string[][]>; allow?: { host: string; port: number }[]; secrets?: Record<string, string> } = {}): HttpClient {
  const made = createHttpClient({ clock: systemClock, allowed: allowedHosts(allow), resolve: resolver(names), secretOf: async (_workspace, key) => secrets[key] ?? null });
  closing.push(() => made.close());
  return made;
}

const send = (of: HttpClient, request: HttpRequest, attempt = 1) => of.send(request, { workspaceId: 'one', id: 's:1:0', attempt });
const refusal = (of: HttpClient, request: HttpRequest) => send(of, request).then(() => 'answered', (error: unknown) => (error instanceof PermanentError ? error.code : String(error)));

/** Names and what they say of themselves. */
const NAMES: Record<string, string[][]> = {
  'private.example.com': [['10.0.0.5']],
  'loopback.example.com': [['127.0.0.1']],
  'loopback6.example.com': [['::1']],
  'metadata.example.com': [['169.254.169.254']],
  'mapped.example.com': [['::ffff:127.0.0.1']],
  'both.example.com': [['93.184.215.14', '192.168.1.1']],
  'unique-local.example.com': [['fd00:ec2::254']],
  'nat64.example.com': [['64:ff9b::7f00:1']],
};

describe('ways into the house', () => {
  it.each([
    'http://127.0.0.1/', 'http://127.1/', 'http://127.0.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://0x7f.0.0.1/', 'http://0177.0.0.1/', 'http://017700000001/',
    'http://127.0.0.1.:80/', 'http://0/', 'http://0.0.0.0/', 'http://localhost/', 'http://LOCALHOST/', 'http://localhost./', 'http://relais/',
    'http://10.0.0.1/', 'http://172.16.0.1/', 'http://172.31.255.255/', 'http://192.168.0.1/', 'http://100.64.0.1/', 'http://169.254.169.254/latest/meta-data/',
    'http://169.254.0.1/', 'http://0xa9fea9fe/', 'http://2852039166/', 'http://224.0.0.1/', 'http://255.255.255.255/', 'http://192.0.2.1/', 'http://198.51.100.1/',
    'http://203.0.113.1/', 'http://198.18.0.1/', 'http://192.0.0.1/', 'http://240.0.0.1/', 'http://１２７.０.０.１/', 'http://127。0。0。1/',
    'http://[::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[::127.0.0.1]/', 'http://[64:ff9b::127.0.0.1]/', 'http://[64:ff9b:1::a00:1]/',
    'http://[2002:7f00:1::]/', 'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/', 'http://[fe80::1]/', 'http://[fc00::1]/', 'http://[fd00:ec2::254]/', 'http://[ff02::1]/',
    'http://[2001:db8::1]/', 'http://[fec0::1]/', 'http://[100::1]/', 'http://[0:0:0:0:0:ffff:a9fe:a9fe]/', 'http://[3ffe::]:22/',
    'http://user@example.com/', 'http://user:secret@example.com/', 'http://example.com@127.0.0.1/', 'http://127.0.0.1\\@example.com/', 'http://example.com./',
    'ftp://example.com/', 'file:///etc/passwd', 'gopher://127.0.0.1:6379/_', 'data:text/plain,x', 'javascript:alert(1)', 'ws://example.com/',
    'http://example.com:22/', 'http://example.com:6379/', 'https://example.com:25/', 'http://93.184.215.14:5432/', '//example.com/', 'example.com', '',
    'http://example.com/orders/../admin', 'http://example.com/orders/%2e%2E/admin', 'http://example.com/orders\\..\\admin',
    ...Object.keys(NAMES).map((name) => `http://${name}/`),
  ])('%s is refused', async (url) => {
    expect(await refusal(client({ names: { ...NAMES, 'example.com': [['127.0.0.1']], localhost: [['127.0.0.1']], relais: [['127.0.0.1']] } }), asked(url))).toMatch(/^http-(?:address-refused|bad-address)$/);
  });

  it('a redirect into the house is refused, by number and by name', async () => {
    const inside = await server((_request, response) => response.end('inside'));
    for (const location of [`http://127.0.0.1:${inside.port}/`, 'http://127.0.0.1/', 'http://loopback.example.com/', 'http://[::ffff:127.0.0.1]/', 'http://169.254.169.254/', 'file:///etc/passwd']) {
      const outside = await server((_request, response) => response.writeHead(302, { location }).end());
      const of = client({ names: NAMES, allow: [{ host: '127.0.0.1', port: outside.port }] });
      expect(await refusal(of, asked(`http://127.0.0.1:${outside.port}/`)), location).toBe('http-address-refused');
    }
    expect(inside.heard).toEqual([]);
  });

  it('a name that turns to the house between two requests is refused at the second', async () => {
    const outside = await server((_request, response) => response.writeHead(200, { connection: 'close' }).end('outside'));
    // 127.0.0.1 plays the public internet, so that the first request really arrives.
    const agent = guardedAgent({
      allowed: allowedHosts([]),
      resolve: resolver({ 'turning.example.com': [['127.0.0.1'], ['127.0.0.2'], ['127.0.0.1', '10.0.0.1']] }),
      judge: (address) => (address === '127.0.0.1' ? null : judgeAddress(address)),
    });
    closing.push(() => agent.destroy());
    const ask = () => request(`http://turning.example.com:${outside.port}/`, { dispatcher: agent }).then(({ body }) => body.text());
    expect(await ask()).toBe('outside');
    await expect(ask()).rejects.toMatchObject({ code: 'http-address-refused' });
    await expect(ask()).rejects.toMatchObject({ code: 'http-address-refused' });
    expect(outside.heard).toHaveLength(1);
  });

  it('a name is not looked up a second time between the judgement and the connection', async () => {
    const inside = await server((_request, response) => response.end('inside'));
    let lookups = 0;
    const made = createHttpClient({
      clock: systemClock,
      allowed: allowedHosts([{ host: 'counted.example.com', port: inside.port }]),
      secretOf: async () => null,
      resolve: (_hostname, _options, callback) => {
        lookups += 1;
        callback(null, [{ address: '127.0.0.1', family: 4 }]);
      },
    });
    closing.push(() => made.close());
    expect((await send(made, asked(`http://counted.example.com:${inside.port}/`))).body).toBe('inside');
    expect(lookups).toBe(1);
  });

  it('a host on the list is reached at its port and at no other', async () => {
    const inside = await server((_request, response) => response.end('{"ok":true}'));
    const of = client({ names: { 'shop.internal': [['127.0.0.1']] }, allow: [{ host: 'shop.internal', port: inside.port }] });
    expect((await send(of, asked(`http://shop.internal:${inside.port}/x`))).body).toBe('{"ok":true}');
    expect(await refusal(of, asked('http://shop.internal/x'))).toBe('http-address-refused');
  });
});

describe('redirects', () => {
  it('are followed three times, and not a fourth', async () => {
    const hops = await server((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('there');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    const of = client({ allow: [{ host: '127.0.0.1', port: hops.port }] });
    expect((await send(of, asked(`http://127.0.0.1:${hops.port}/3`))).body).toBe('there');
    expect(await refusal(of, asked(`http://127.0.0.1:${hops.port}/4`))).toBe('http-redirect-refused');
  });

  it('take no credential to another service, and no body', async () => {
    const other = await server((_request, response) => response.end('other'));
    const first = await server((request, response) => response.writeHead(request.method === 'GET' ? 302 : 307, { location: `http://localhost:${other.port}/` }).end());
    const of = client({ names: { localhost: [['127.0.0.1']] }, secrets: { key: 'sesame-open' }, allow: [{ host: '127.0.0.1', port: first.port }, { host: 'localhost', port: other.port }] });
    const headers = [{ name: 'Authorization', value: 'Bearer ', secret: 'key' }, { name: 'X-Key', value: '', secret: 'key' }];
    expect((await send(of, asked(`http://127.0.0.1:${first.port}/`, { headers }))).body).toBe('other');
    expect(first.heard[0]?.headers).toMatchObject({ authorization: 'Bearer sesame-open', 'x-key': 'sesame-open' });
    expect(JSON.stringify(other.heard[0]?.headers)).not.toContain('sesame-open');
    expect(await refusal(of, asked(`http://127.0.0.1:${first.port}/`, { method: 'PUT', body: { kind: 'text', text: 'secret' } }))).toBe('http-redirect-refused');
  });
});

describe('answers', () => {
  it.each([
    ['too long', () => Buffer.alloc(300_000, 'a'), {}],
    ['packed small, unpacked large', () => gzipSync(Buffer.alloc(50_000_000, 'a')), { 'content-encoding': 'gzip' }],
  ] as const)('%s are refused', async (_name, body, headers) => {
    const big = await server((_request, response) => response.writeHead(200, { 'content-type': 'text/plain', ...headers }).end(body()));
    expect(await refusal(client({ allow: [{ host: '127.0.0.1', port: big.port }] }), asked(`http://127.0.0.1:${big.port}/`))).toBe('http-too-large');
  });

  it('that are no text are refused; packed JSON is read', async () => {
    const mixed = await server((request, response) =>
      request.url === '/image'
        ? response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([0x89, 0x50]))
        : response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}')),
    );
    const of = client({ allow: [{ host: '127.0.0.1', port: mixed.port }] });
    expect(await refusal(of, asked(`http://127.0.0.1:${mixed.port}/image`))).toBe('http-not-text');
    expect((await send(of, asked(`http://127.0.0.1:${mixed.port}/json`))).body).toBe('{"a":1}');
  });

  it('show no secret that the service repeats, in any spelling', async () => {
    const secret = 'ope"n sesame/é';
    const echo = await server((request, response) => {
      const key = String(new URL(request.url ?? '', 'http://x').searchParams.get('key'));
      response.writeHead(200, { 'content-type': 'application/json', 'x-echo': encodeURIComponent(key) });
      response.end(JSON.stringify({ said: key, packed: Buffer.from(key).toString('base64'), url: request.url }));
    });
    const of = client({ allow: [{ host: '127.0.0.1', port: echo.port }], secrets: { shop: secret } });
    const answer = await send(of, asked(`http://127.0.0.1:${echo.port}/`, { query: [{ name: 'key', value: '', secret: 'shop' }] }));
    expect(new URL(echo.heard[0]?.url ?? '', 'http://x').searchParams.get('key')).toBe(secret);
    expect(JSON.parse(answer.body)).toMatchObject({ said: '•••', packed: '•••' });
    expect(answer.headers['x-echo']).toBe('•••');
  });
});

describe('what is tried again', () => {
  const failing = async (status: number, headers: Record<string, string> = {}) => {
    const { port } = await server((_request, response) => response.writeHead(status, headers).end());
    return { of: client({ allow: [{ host: '127.0.0.1', port }] }), url: `http://127.0.0.1:${port}/` };
  };
  const outcome = async (of: HttpClient, request: HttpRequest, attempt = 1) =>
    send(of, request, attempt).then(() => 'answered', (error: unknown) => (error instanceof RetryableError ? `again ${error.after ?? ''}`.trim() : error instanceof PermanentError ? error.code : String(error)));

  it('GET, PUT, DELETE and what the service knows by its key; nothing else', async () => {
    const { of, url } = await failing(503);
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE'] as const) expect(await outcome(of, asked(url, { method }))).toBe('again');
    expect(await outcome(of, asked(url, { method: 'POST' }))).toBe('http-status');
    const another = await failing(500);
    expect(await outcome(another.of, asked(another.url, { method: 'POST', keyed: true }))).toBe('again');
    expect(await outcome(another.of, asked(another.url, { method: 'POST' }), 2)).toBe('http-interrupted');
  });

  it('after the time the service asks for, unless no customer would wait that long', async () => {
    const soon = await failing(429, { 'retry-after': '7' });
    expect(await outcome(soon.of, asked(soon.url))).toBe('again 7000');
    const late = await failing(503, { 'retry-after': '3600' });
    expect(await outcome(late.of, asked(late.url))).toBe('http-status');
  });

  it('not a status the step has a way for', async () => {
    const { of, url } = await failing(503);
    expect((await send(of, asked(url, { outcomes: { 503: 'status-503' } }))).status).toBe(503);
  });

  it('not for a while after five failures in a row', async () => {
    let heard = 0;
    const { port } = await server((_request, response) => {
      heard += 1;
      response.writeHead(500).end();
    });
    const of = client({ allow: [{ host: '127.0.0.1', port }] });
    for (let count = 0; count < 8; count += 1) await outcome(of, asked(`http://127.0.0.1:${port}/`));
    expect(heard).toBe(5);
    expect(await outcome(of, asked(`http://127.0.0.1:${port}/`))).toMatch(/^again (9|10)\d{3}$/);
  });

  it('a service that says nothing, when the time is up', async () => {
    const { port } = await server(() => undefined);
    const of = client({ allow: [{ host: '127.0.0.1', port }] });
    await expect(send(of, asked(`http://127.0.0.1:${port}/`, { timeoutMs: 50 }))).rejects.toMatchObject({ code: 'http-timeout', name: 'RetryableError' });
  });

  it('and the key of the effect goes with it', async () => {
    const { port, heard } = await server((_request, response) => response.end());
    await send(client({ allow: [{ host: '127.0.0.1', port }] }), asked(`http://127.0.0.1:${port}/`, { method: 'POST' }));
    expect(heard[0]?.headers['idempotency-key']).toBe('s:1:0');
  });
});
