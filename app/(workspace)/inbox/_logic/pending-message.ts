import type { Instant } from './view-models';

/** A message written here that the thread of the server does not show yet. */
export interface PendingMessage {
  /** The idempotency key: a retry with the same key can never send twice. */
  key: string;
  kind: 'reply' | 'note';
  text: string;
  at: Instant;
  status: 'sending' | 'sent' | 'failed';
  /** The server's position, once it answered. */
  seq: number | null;
  /** Why it failed: a code of the server, or `no-answer` when none came. */
  error: string | null;
}
