import type { PendingMessage } from './pending-message';
import type { ThreadItem, ThreadMessage } from './view-models';

/** How far the server's clock may run behind this browser's for a message to be recognised by its words. */
const CLOCK_TOLERANCE_MS = 60_000;

/**
 * The pending messages that the thread does not contain yet. A sent one is recognised by its seq; one whose answer
 * is still under way by author and words, because the live stream is often faster than the answer.
 */
export function reconcile(items: readonly ThreadItem[], pending: readonly PendingMessage[], agentId: string): PendingMessage[] {
  const claimed = new Set<number>();
  for (const message of pending) if (message.seq !== null) claimed.add(message.seq);
  return pending.filter((message) => {
    const twin = items.find((item) => item.kind === 'message' && (message.seq === null ? matches(item, message, agentId, claimed) : item.seq === message.seq));
    if (twin) claimed.add(twin.seq);
    return twin === undefined;
  });
}

function matches(item: ThreadMessage, message: PendingMessage, agentId: string, claimed: ReadonlySet<number>): boolean {
  if (message.status !== 'sending' || claimed.has(item.seq)) return false;
  if (item.from !== (message.kind === 'note' ? 'note' : 'agent') || item.agent?.id !== agentId) return false;
  const words = item.parts.map((part) => part.text).join('\n');
  return words === message.text && item.at >= message.at - CLOCK_TOLERANCE_MS;
}
