import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refusal } from '@/lib/refusal';
import { isLoopback } from './origin';
import type { Route } from './route';

/**
 * The metrics as Prometheus reads them. With a token (RELAIS_METRICS_TOKEN) whoever bears it; without one, whoever asks
 * from this machine directly, under its loopback name. Behind a proxy everybody comes from this machine, so a request
 * that was forwarded does not count as such. Others are told that there is nothing.
 */
export function metricsRoute({ token, read, contentType }: { token: string | null; read(): Promise<string>; contentType: string }): Route {
  return {
    name: 'metrics',
    path: '/metrics',
    methods: ['GET'],
    access: 'operator',
    bodyLimit: 0,
    async handle(request, response) {
      if (token === null ? !isDirect(request) : !bears(request, token)) throw new Refusal('not-found', 'unknown-address');
      const text = await read();
      response.writeHead(200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' });
      response.end(text);
    },
  };
}

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

function isDirect(request: IncomingMessage): boolean {
  const { remoteAddress = '' } = request.socket;
  const near = remoteAddress === '::1' || remoteAddress.replace(/^::ffff:/, '').startsWith('127.');
  return near && isLoopback(request) && !FORWARDED.some((name) => name in request.headers);
}

function bears(request: IncomingMessage, token: string): boolean {
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

/** Of one length whatever was given. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
