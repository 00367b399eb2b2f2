import type { Caller } from '@/lib/auth/caller';
import { changeDeadDelivery } from './change-dead-delivery';
import { deadDelivery } from './dead-delivery';
import type { OperationsDeps } from './operations-deps';

/** It is not sent any more, and leaves the list. The thread still says that it did not arrive. */
export async function discardDelivery(deps: OperationsDeps, caller: Caller, id: string): Promise<void> {
  const row = await deadDelivery(deps.prisma, caller, id);
  await changeDeadDelivery(deps, caller, row, { at: deps.clock.now(), action: 'delivery.discarded', data: { state: 'discarded' } });
}
