import type { Route } from './route';

/** Whether the process lives: it answers. Nothing is asked of the database; that is what /readyz is for. */
export const healthRoute: Route = {
  name: 'health',
  path: '/healthz',
  methods: ['GET', 'HEAD'],
  access: 'anyone',
  bodyLimit: 0,
  async handle(_request, response) {
    response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end('{"status":"ok"}');
  },
};
