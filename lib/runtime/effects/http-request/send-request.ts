import type { Dispatcher } from 'undici';
import { request as send } from 'undici';
import type { HttpAnswer } from '@/flows/http/http-request';
import type { AllowedHosts } from './allowed-hosts';
import { judgeUrl } from './judge-url';
import type { PreparedRequest } from './prepare-request';
import { readBody } from './read-body';
import { RefusedRequest } from './refused';

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface Sending {
  agent: Dispatcher;
  allowed: AllowedHosts;
  signal: AbortSignal;
}

/**
 * Sends a request and follows at most three redirects, each judged like the first address.
 * @throws RefusedRequest, or what undici throws when the service cannot be reached or is too slow
 */
export async function sendRequest(prepared: PreparedRequest, { agent, allowed, signal }: Sending): Promise<HttpAnswer> {
  let { method, headers, body } = prepared;
  let url = judgeUrl(prepared.url, allowed);
  for (let hops = 0; ; hops += 1) {
    const { statusCode, headers: raw, body: stream } = await send(url, { dispatcher: agent, method, headers, body, signal, maxRedirections: 0 });
    const answered = plainHeaders(raw);
    const location = answered['location'];
    if (!REDIRECTS.has(statusCode) || location === undefined) {
      return { status: statusCode, headers: answered, body: method === 'HEAD' ? '' : await readBody(stream, answered) };
    }
    stream.on('error', () => undefined);
    stream.destroy();
    if (hops >= MOST_REDIRECTS) throw new RefusedRequest('http-redirect-refused', `more than ${MOST_REDIRECTS} redirects`);
    const next = judgeUrl(location, allowed, url);
    if (url.protocol === 'https:' && next.protocol === 'http:') throw new RefusedRequest('http-redirect-refused', 'a redirect leads from https to http');
    const becomesGet = (statusCode === 303 && method !== 'HEAD') || (statusCode < 303 && method === 'POST');
    if (becomesGet) {
      method = 'GET';
      body = null;
      headers = without(headers, ['content-type']);
    }
    if (next.origin !== url.origin) {
      if (body !== null) throw new RefusedRequest('http-redirect-refused', 'a redirect would carry the body to another service');
      // Any header of the author's may be a credential, whatever it is called.
      headers = only(headers, ['accept', 'accept-encoding', 'user-agent', 'idempotency-key']);
    }
    url = next;
  }
}

function plainHeaders(raw: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(raw).flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]])));
}

function without(headers: Record<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}

function only(headers: Record<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}
