import type { IncomingMessage, ServerResponse } from 'node:http';
import { AUTH_PATH, type Auth } from '@/lib/auth/create-auth';
import { Refusal } from '@/lib/refusal';
import { z } from 'zod';
import { readBody } from './read-body';
import { readJson } from './read-json';
import type { Route } from './route';
import { createSignInThrottle } from './sign-in-throttle';
import { webHeaders } from './web-headers';

const BODY_LIMIT = 16 * 1024;

const signInInput = z.object({ email: z.email().max(254), password: z.string().min(1).max(200), rememberMe: z.boolean().optional() });

/** The only doors of the account library that are open: it has dozens more, for features we do not have. */
export function accountRoutes(auth: Auth, now: () => number): Route[] {
  const throttle = createSignInThrottle(now);
  const base = { access: 'account', bodyLimit: BODY_LIMIT } as const;
  return [
    {
      ...base,
      name: 'sign-in',
      path: `${AUTH_PATH}/sign-in/email`,
      methods: ['POST'],
      async handle(request, response) {
        const input = signInInput.safeParse(await readJson(request, BODY_LIMIT));
        if (!input.success) throw new Refusal('invalid', 'invalid-input');
        const { email, password, rememberMe } = input.data;
        const keys = [`account:${email.toLowerCase()}`];
        if (throttle.blocked(keys)) throw new Refusal('too-many', 'too-many-attempts');
        const answer = await ask(auth, request, { email, password, rememberMe });
        if (answer.status === 401 || answer.status === 403) {
          throttle.failed(keys);
          throw new Refusal('unauthenticated', 'sign-in-failed');
        }
        throttle.succeeded(keys);
        await pass(answer, response);
      },
    },
    {
      ...base,
      name: 'sign-out',
      path: `${AUTH_PATH}/sign-out`,
      methods: ['POST'],
      async handle(request, response) {
        // A body is of no use here, but one that is sent must not be left on the connection.
        await readBody(request, BODY_LIMIT);
        await pass(await ask(auth, request, {}), response);
      },
    },
    {
      ...base,
      name: 'session',
      path: `${AUTH_PATH}/get-session`,
      methods: ['GET'],
      async handle(request, response) {
        await pass(await ask(auth, request), response);
      },
    },
  ];
}

/** Asks the library with a body of our own making: what a client sends beside the fields we know never reaches it. */
function ask(auth: Auth, request: IncomingMessage, body?: object): Promise<Response> {
  const headers = webHeaders(request);
  for (const name of ['content-length', 'transfer-encoding']) headers.delete(name);
  if (body) headers.set('content-type', 'application/json');
  const url = `http://${request.headers.host ?? ''}${(request.url ?? '').split('?')[0] ?? ''}`;
  return auth.handler(new Request(url, { method: request.method ?? 'GET', headers, ...(body && { body: JSON.stringify(body) }) }));
}

async function pass(answer: Response, response: ServerResponse): Promise<void> {
  if (answer.status >= 500) throw new Error(`the account library answered ${answer.status}`);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
  response.writeHead(answer.status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(await answer.text());
}
