import type { PendingMessage } from './pending-message';
import type { ThreadItem } from './view-models';

/**
 * The pending messages that the thread does not contain yet. The server makes the id of a message from its kind and
 * key, so one that the live stream brings before its own answer is recognised too.
 */
export function reconcile(items: readonly ThreadItem[], pending: readonly PendingMessage[]): PendingMessage[] {
  const messages = items.filter((item) => item.kind === 'message');
  const ids = new Set(messages.map((message) => message.id));
  const seqs = new Set(messages.map((message) => message.seq));
  return pending.filter(({ kind, key, seq }) => !ids.has(`${kind}:${key}`) && (seq === null || !seqs.has(seq)));
}
