import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log } from '@/lib/log';
import { Refusal } from '@/lib/refusal';
import { busyRefusal } from '@/lib/runtime/busy-refusal';
import { assertKnownHost, assertSameOrigin } from './origin';
import { parseUrl } from './parse-url';
import { requestLocale } from './request-locale';
import type { RequestWatch } from './request-watch';
import type { Route, RouteContext } from './route';
import { setSecurityHeaders } from './security-headers';
import { sendError } from './send-error';
import { sentences } from './sentences';

/** Access that lives on cookies: a browser sends them along whoever made it ask, so the asking page must be ours. */
const COOKIE_ACCESS = new Set<Route['access']>(['account', 'member', 'page']);
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The one way in. Finds the route, checks what holds for all of them (host, method, origin, announced size) and turns
 * refusals into answers: `{ error: { code, message } }`. The first route that matches serves.
 */
export function createDoor(options: {
  routes: readonly Route[];
  publicUrl: URL | null;
  log: Log;
  watch: RequestWatch;
  /** From then on every connection ends with its next answer. Nobody listens any more: what still comes is on its way already, and is taken. */
  stopping: AbortSignal;
}): RequestListener {
  const { routes, publicUrl, log, watch, stopping } = options;
  return (request, response) => {
    setSecurityHeaders(response);
    if (stopping.aborted) response.setHeader('Connection', 'close');
    const named = watch.begin(request, response);
    void enter(request, response, named).catch((error: unknown) => {
      const known = error instanceof Refusal ? error : busyRefusal(error);
      const refusal = known ?? new Refusal('internal', 'internal');
      if (!known) log.error({ err: error, method: request.method, path: pathOf(request) }, 'request failed');
      sendError(response, refusal, sentences(requestLocale(request)));
    });
  };

  async function enter(request: IncomingMessage, response: ServerResponse, named: (route: string) => void): Promise<void> {
    const url = urlOf(request);
    const route = routes.find(({ path }) => (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path));
    if (!route) throw new Refusal('not-found', 'unknown-address');
    named(route.name);
    assertKnownHost(request, publicUrl);
    const method = request.method ?? '';
    if (!route.methods.includes(method)) {
      response.setHeader('Allow', route.methods.join(', '));
      throw new Refusal('method-not-allowed', 'method-not-allowed');
    }
    if (COOKIE_ACCESS.has(route.access) && !SAFE_METHODS.has(method)) assertSameOrigin(request);
    if (Number(request.headers['content-length'] ?? 0) > route.bodyLimit) throw new Refusal('too-large', 'too-large', { limit: route.bodyLimit });
    const locale = requestLocale(request);
    const context: RouteContext = { url, locale, sentence: sentences(locale) };
    await route.handle(request, response, context);
  }
}

function urlOf(request: IncomingMessage): URL {
  const path = request.url ?? '';
  // A path such as `//other.host/` would parse as an address of another host.
  const url = path.startsWith('/') && !path.startsWith('//') ? parseUrl(path, 'http://relais.invalid') : null;
  if (!url || !decodes(url.pathname)) throw new Refusal('invalid', 'bad-address');
  return url;
}

function decodes(path: string): boolean {
  try {
    decodeURIComponent(path);
    return !path.includes('%00');
  } catch {
    return false;
  }
}

/** Without the query: it may hold what must not be logged. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?')[0] ?? '';
}
