import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { OverloadError } from '@/lib/runtime/admission/overload-error';
import { StoppedError } from '@/lib/runtime/stopped-error';
import { createDoor } from './door';
import type { Route } from './route';

let server: Server | undefined;
afterEach(() => void server?.close());

async function ask(failure: unknown, stopping = AbortSignal.abort()): Promise<Response> {
  const route: Route = {
    name: 'failing', path: '/', methods: ['GET'], access: 'anyone', bodyLimit: 0,
    async handle(_request, response) {
      if (failure !== undefined) throw failure;
      response.end('done');
    },
  };
  const door = createDoor({ routes: [route], publicUrl: null, log: pino({ level: 'silent' }), watch: { begin: () => () => undefined, streams: () => ({}) } as never, stopping });
  const listening = createServer(door);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return fetch(`http://localhost:${(listening.address() as AddressInfo).port}/`);
}

test.each([
  [new OverloadError('conversation', 7), 429, '7', 'overloaded'],
  [new OverloadError('program', 3), 503, '3', 'overloaded'],
  [new StoppedError('stopping'), 503, '2', 'stopping'],
])('what the runtime did not take is refused with when to come back: %s', async (failure, status, after, code) => {
  const answer = await ask(failure, new AbortController().signal);
  expect([answer.status, answer.headers.get('retry-after'), ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([status, after, code]);
});

test('while the program stops, what was on its way is answered and the connection ends', async () => {
  const answer = await ask(undefined);
  expect([answer.status, await answer.text(), answer.headers.get('connection')]).toEqual([200, 'done', 'close']);
});
