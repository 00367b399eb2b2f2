import type { IncomingMessage } from 'node:http';
import { Refusal } from '@/lib/refusal';
import { parseUrl } from './parse-url';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Refuses a request that names a host we are not: a page elsewhere that made its own name point here (DNS rebinding). */
export function assertKnownHost(request: IncomingMessage, publicUrl: URL | null): void {
  const host = hostOf(request);
  if (!host || !(LOOPBACK.has(host.hostname) || host.host === publicUrl?.host)) throw new Refusal('wrong-host', 'wrong-host');
}

/**
 * Refuses a command that a page of another origin sends with our cookies. SameSite does not stop another port of the
 * same host. Clients that are no browsers send neither header.
 */
export function assertSameOrigin(request: IncomingMessage): void {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign = origin === undefined ? site !== undefined && site !== 'same-origin' && site !== 'none' : parseUrl(origin)?.host !== hostOf(request)?.host;
  if (foreign) throw new Refusal('forbidden', 'cross-origin');
}

/** Whether it was asked for under a name that every machine has for itself. */
export function isLoopback(request: IncomingMessage): boolean {
  return LOOPBACK.has(hostOf(request)?.hostname ?? '');
}

function hostOf(request: IncomingMessage): URL | null {
  const host = request.headers.host;
  return host && /^[\w.:[\]-]+$/.test(host) ? parseUrl(`http://${host}`) : null;
}
