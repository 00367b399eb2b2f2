import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { listen } from './listen';

const open: Server[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done)))));

async function occupy(host: string, port = 0): Promise<number> {
  const server = createServer();
  open.push(server);
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done));
  return (server.address() as AddressInfo).port;
}

async function listenOn(wanted: number): Promise<number> {
  const { port, servers } = await listen((_request, response) => void response.end('here'), wanted);
  open.push(...servers);
  return port;
}

test('answers on both loopback addresses, on one port', async () => {
  const port = await listenOn(0);
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here');
  expect(await (await fetch(`http://[::1]:${port}/`)).text()).toBe('here');
});

test.each(['127.0.0.1', '::1', '0.0.0.0', '::'])('a port taken on %s gives the next one', async (host) => {
  const taken = await occupy(host);
  const port = await listenOn(taken);
  expect(port).toBeGreaterThan(taken);
  expect(port).toBeLessThanOrEqual(taken + 50);
});
