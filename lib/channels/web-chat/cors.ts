import type { IncomingMessage } from 'node:http';
import { TURN_HEADER } from '@/lib/metrics/turn-id';

/** Any page may carry the widget. There are no cookies: what a request may do, its token says. */
export function corsHeaders(request: IncomingMessage): Record<string, string> {
  const always = { 'access-control-allow-origin': '*', 'access-control-expose-headers': `retry-after, ${TURN_HEADER}` };
  if (request.method !== 'OPTIONS') return always;
  return {
    ...always,
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'authorization, content-type, accept-language, last-event-id',
    'access-control-max-age': '86400',
  };
}
