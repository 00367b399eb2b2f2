import type { WebChatHandler } from '@/lib/channels/web-chat/http';
import { Refusal } from '@/lib/refusal';
import type { Route } from './route';

/** The web-chat protocol, for widgets on any origin. The channel checks visitors, limits bodies and answers errors itself, with CORS. */
export function webChatRoute(handler: WebChatHandler): Route {
  return {
    name: 'web-chat',
    path: '/chat/',
    // Others too: the channel's own refusal can be read by a page of another origin.
    methods: ['GET', 'POST', 'OPTIONS', 'HEAD', 'PUT', 'PATCH', 'DELETE'],
    access: 'visitor',
    bodyLimit: Number.POSITIVE_INFINITY,
    async handle(request, response) {
      if (!(await handler(request, response))) throw new Refusal('not-found', 'unknown-address');
    },
  };
}
