import type { Permission } from '@/lib/auth/permissions';
import { Refusal } from '@/lib/refusal';
import { busyRefusal } from '@/lib/runtime/busy-refusal';
import { asTrpcError } from './relais-error';
import { trpc } from './trpc';

/**
 * The only way to make a procedure: it says who may call it, and refuses everyone else before the input is read.
 * `ctx.caller` is then known, and with it the workspace that every use case is confined to.
 */
export function authorised(permission: Permission) {
  return trpc.procedure.meta({ permission }).use(async ({ ctx, next }) => {
    const { caller } = ctx;
    if (!caller) throw asTrpcError(new Refusal('unauthenticated', 'unauthenticated'));
    if (!caller.permissions.includes(permission)) throw asTrpcError(new Refusal('forbidden', 'forbidden', { permission }));
    const result = await next({ ctx: { ...ctx, caller } });
    if (result.ok) return result;
    const { cause } = result.error;
    throw asTrpcError(cause instanceof Refusal ? cause : (busyRefusal(cause) ?? result.error));
  });
}
