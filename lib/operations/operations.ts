import type { Caller } from '@/lib/auth/caller';
import type { FailedDeliveryRow, FailedTurnKey, FailedTurnsView, FailedTurnView } from './operations-views';

/** What went wrong and what can be done about it, within the caller's workspace. Every act is audited. */
export interface Operations {
  /** The newest first, 200 at most. */
  failedTurns(caller: Caller, state: 'open' | 'settled'): Promise<FailedTurnsView>;
  /** Refuses `turn-unknown`, as both acts below. */
  failedTurn(caller: Caller, key: FailedTurnKey): Promise<FailedTurnView>;
  /**
   * Plays what the customer wrote again, in the conversation as it stands, with the newest published version of its flow.
   * Refuses `turn-settled`, `turn-held`, `turn-over`, `turn-not-playable`. Asked by two at once it happens once.
   */
  replayTurn(caller: Caller, key: FailedTurnKey): Promise<void>;
  /** Puts it aside. Refuses `turn-settled`. */
  settleTurn(caller: Caller, key: FailedTurnKey): Promise<void>;
  /** The newest first, 200 at most. */
  failedDeliveries(caller: Caller): Promise<FailedDeliveryRow[]>;
  /** Sends it again, from the first attempt and under the same idempotency key. Refuses `delivery-unknown`, `delivery-old`. */
  retryDelivery(caller: Caller, id: string): Promise<void>;
  /** It is not sent any more. Refuses `delivery-unknown`. */
  discardDelivery(caller: Caller, id: string): Promise<void>;
}
