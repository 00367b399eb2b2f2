import { initTRPC } from '@trpc/server';
import type { Permission } from '@/lib/auth/permissions';
import superjson from 'superjson';
import type { ApiContext } from './context';
import { relaisError } from './relais-error';

/** What each procedure states about itself. */
export interface ProcedureMeta {
  permission: Permission;
}

/**
 * The one tRPC instance. Errors carry `data.relais` (a code and what the client needs to act) and a sentence
 * as their message; stacks and internal messages never leave.
 */
export const trpc = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    isDev: false,
    // A silent proxy or a sleeping laptop must not leave a dead stream: pings every 15 s, gone after 40 s of nothing.
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter({ shape, error, ctx }) {
      const relais = relaisError(error);
      return {
        code: shape.code,
        message: ctx?.sentence(relais.code) ?? relais.code,
        data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path, relais },
      };
    },
  });
