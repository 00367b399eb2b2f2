import type { Readiness } from './readiness';
import type { Route } from './route';

/** Whether this process should be sent work. 503 names the checks that fail, and nothing else. */
export function readyRoute(readiness: Readiness): Route {
  return {
    name: 'ready',
    path: '/readyz',
    methods: ['GET', 'HEAD'],
    access: 'anyone',
    bodyLimit: 0,
    async handle(_request, response) {
      const failed = await readiness.failed();
      response.writeHead(failed.length === 0 ? 200 : 503, {
        'Content-Type': 'application/json; charset=utf-8',
        'Cache-Control': 'no-store',
        ...(failed.length > 0 && { 'Retry-After': '2' }),
      });
      response.end(JSON.stringify(failed.length === 0 ? { status: 'ready' } : { status: 'not-ready', failed }));
    },
  };
}
