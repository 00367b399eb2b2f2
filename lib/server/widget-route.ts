import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Refusal } from '@/lib/refusal';
import type { Route } from './route';

/** The web-chat widget's script, which pages of any origin load. Read from disk at each start, kept in memory. */
export function widgetRoute(file: string): Route {
  let loaded: Promise<{ body: Buffer; etag: string }> | undefined;
  return {
    name: 'widget',
    path: '/widget.js',
    methods: ['GET', 'HEAD'],
    access: 'anyone',
    bodyLimit: 0,
    async handle(request, response) {
      loaded ??= load(file);
      const { body, etag } = await loaded.catch(() => {
        loaded = undefined;
        throw new Refusal('not-found', 'widget-not-built');
      });
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.setHeader('Cache-Control', 'public, max-age=300');
      response.setHeader('ETag', etag);
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304).end();
        return;
      }
      response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Content-Length': body.length });
      response.end(request.method === 'HEAD' ? undefined : body);
    },
  };
}

async function load(file: string): Promise<{ body: Buffer; etag: string }> {
  const body = await readFile(file);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
