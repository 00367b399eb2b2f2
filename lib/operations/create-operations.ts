import { discardDelivery } from './discard-delivery';
import { getFailedTurn } from './get-failed-turn';
import { listFailedDeliveries } from './list-failed-deliveries';
import { listFailedTurns } from './list-failed-turns';
import type { Operations } from './operations';
import type { OperationsDeps } from './operations-deps';
import { replayTurn } from './replay-turn';
import { retryDelivery } from './retry-delivery';
import { settleTurn } from './settle-turn';

export function createOperations(deps: OperationsDeps): Operations {
  return {
    failedTurns: (caller, state) => listFailedTurns(deps, caller, state),
    failedTurn: (caller, key) => getFailedTurn(deps, caller, key),
    replayTurn: (caller, key) => replayTurn(deps, caller, key),
    settleTurn: (caller, key) => settleTurn(deps, caller, key, 'put-aside'),
    failedDeliveries: (caller) => listFailedDeliveries(deps, caller),
    retryDelivery: (caller, id) => retryDelivery(deps, caller, id),
    discardDelivery: (caller, id) => discardDelivery(deps, caller, id),
  };
}
