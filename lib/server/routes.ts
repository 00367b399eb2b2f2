import { join } from 'node:path';
import { Refusal } from '@/lib/refusal';
import { accountRoutes } from './account-routes';
import { apiRoute } from './api-route';
import { eventsRoute } from './events-route';
import { healthRoute } from './health-route';
import { metricsRoute } from './metrics-route';
import { pageRoutes, type PageHandler } from './page-routes';
import type { Program } from './program';
import { readDepths } from '@/lib/metrics/read-depths';
import { readyRoute } from './ready-route';
import type { Route } from './route';
import { webChatRoute } from './web-chat-route';
import { widgetPreviewRoute } from './widget-preview-route';
import { widgetRoute } from './widget-route';

/** Everything that can be asked over HTTP, in the order it is tried. Each entry states who may call it. */
export function routes(program: Program, pages: { next: PageHandler; root: string; dev: boolean }): Route[] {
  const { apiKeys, auth, clock, events, log, pageSecret, services, sessions, webChat } = program;
  return [
    webChatRoute(webChat),
    apiRoute({ sessions, services, log }),
    eventsRoute({ apiKeys, events, clock }),
    ...accountRoutes(auth, clock.now),
    widgetRoute(join(pages.root, 'public', 'widget.js')),
    widgetPreviewRoute,
    ...operatorRoutes(program),
    // Whatever else is asked under these is nobody's page.
    nothingUnder('/api/'),
    nothingUnder('/trpc'),
    ...pageRoutes({ next: pages.next, sessions, pageSecret, dev: pages.dev }),
  ];
}

/** How the process is: all that one without doors answers. */
export function operatorRoutes({ clock, env, metrics, readiness, store, watch }: Program): Route[] {
  return [
    healthRoute,
    readyRoute(readiness),
    metricsRoute({
      token: env.metricsToken,
      contentType: metrics.contentType,
      read: () => metrics.text({ depths: () => readDepths(store.admin, clock.now(), store.kind === 'sqlite' ? env.database : null), streams: () => watch.streams() }),
    }),
  ];
}

function nothingUnder(path: string): Route {
  return {
    name: `nothing ${path}`,
    path,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    access: 'anyone',
    bodyLimit: Number.POSITIVE_INFINITY,
    async handle() {
      throw new Refusal('not-found', 'unknown-address');
    },
  };
}
