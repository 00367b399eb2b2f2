import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import type { ApiContext, Services } from '@/lib/api/context';
import { appRouter } from '@/lib/api/router';
import type { SessionLookup } from '@/lib/auth/session-lookup';
import { toAppLocale } from '@/lib/i18n/locales';
import type { Log } from '@/lib/log';
import { requestLocale } from './request-locale';
import type { Route } from './route';
import { sentences } from './sentences';
import { webHeaders } from './web-headers';

const PATH = '/trpc/';
/** Bytes. Pasting a large flow into another is the largest command. */
const BODY_LIMIT = 4_000_000;

/** tRPC: queries, commands and the live stream. Every procedure checks its own permission (lib/api/authorised.ts). */
export function apiRoute(options: { sessions: SessionLookup; services: Services; log: Log }): Route {
  const { sessions, services, log } = options;
  const handler = createHTTPHandler({
    router: appRouter,
    basePath: PATH,
    maxBodySize: BODY_LIMIT,
    maxBatchSize: 32,
    async createContext({ req }): Promise<ApiContext> {
      const locale = requestLocale(req);
      const { caller } = await sessions(webHeaders(req), locale);
      return { caller, services, sentence: sentences(caller ? toAppLocale(caller.locale) : locale) };
    },
    onError({ error, path }) {
      if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error.cause ?? error, procedure: path }, 'procedure failed');
    },
  });
  return {
    name: 'api',
    path: PATH,
    methods: ['GET', 'POST'],
    access: 'member',
    bodyLimit: BODY_LIMIT,
    async handle(request, response) {
      response.setHeader('Cache-Control', 'no-store');
      handler(request, response);
    },
  };
}
