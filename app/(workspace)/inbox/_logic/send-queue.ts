import type { PendingMessage } from './pending-message';

/** The error of a message that reached no server; every other code is a refusal. */
export const NO_ANSWER = 'no-answer';

/**
 * The message of a conversation to try next. Messages leave in the order they were written: one that reached no
 * server is tried again before those behind it; one that was refused waits for the person and lets others pass.
 */
export function nextToSend(pending: readonly PendingMessage[]): PendingMessage | null {
  return pending.find((message) => message.status === 'sending' || (message.status === 'failed' && message.error === NO_ANSWER)) ?? null;
}
