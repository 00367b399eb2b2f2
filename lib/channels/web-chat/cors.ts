import type { IncomingMessage } from 'node:http';

/** Any page may carry the widget. There are no cookies: what a request may do, its token says. */
export function corsHeaders(request: IncomingMessage): Record<string, string> {
  const always = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };
  if (request.method !== 'OPTIONS') return always;
  return {
    ...always,
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'authorization, content-type, accept-language, last-event-id',
    'access-control-max-age': '86400',
  };
}
