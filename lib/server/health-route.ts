import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { Route } from './route';

/** Whether the process serves and its database answers. Tells nothing else. */
export function healthRoute(prisma: AdminDatabase): Route {
  return {
    name: 'health',
    path: '/healthz',
    methods: ['GET', 'HEAD'],
    access: 'anyone',
    bodyLimit: 0,
    async handle(_request, response) {
      await prisma.$queryRaw`SELECT 1`;
      response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify({ status: 'ok' }));
    },
  };
}
