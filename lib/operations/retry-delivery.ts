import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import { changeDeadDelivery } from './change-dead-delivery';
import { deadDelivery } from './dead-delivery';
import type { OperationsDeps } from './operations-deps';
import { isOld } from './stored-delivery';

/**
 * Sends it again. Its id is its idempotency key, so a provider that had got it all the same does not do it twice. That
 * an agent may accept in this very moment is no matter: the outbox looks at the epoch again when it takes the row.
 */
export async function retryDelivery(deps: OperationsDeps, caller: Caller, id: string): Promise<void> {
  const row = await deadDelivery(deps.prisma, caller, id);
  if (isOld(row)) throw new Refusal('conflict', 'delivery-old');
  const at = deps.clock.now();
  const data = { state: 'pending', attempts: 0, nextAttemptAt: BigInt(at), doneAt: null };
  await changeDeadDelivery(deps, caller, row, { at, action: 'delivery.retried', data });
  deps.runtime.expect({ outbox: true });
}
