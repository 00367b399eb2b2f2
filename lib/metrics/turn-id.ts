import type { ConversationKey } from '@/lib/runtime/runtime-types';

/** The header in which a sender is told the turn its request became. */
export const TURN_HEADER = 'relais-turn';

/** Half a character: encodeURIComponent throws on it. */
const LONE = /\p{Surrogate}/gu;

/**
 * The name under which one turn is found again in logs, traces, the outbox and the database: the conversation and the
 * key of the inbound event, each percent-encoded, so that it is one word in any header or query. The row is
 * `InboundEvent` with that `conversationId` and `key`.
 */
export function turnId({ conversationId }: Pick<ConversationKey, 'conversationId'>, key: string): string {
  return `${encodeURIComponent(conversationId)}/${encodeURIComponent(key.replace(LONE, '\uFFFD'))}`;
}
