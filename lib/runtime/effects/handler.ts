import type { Json } from '@/flows/document/json';
import type { OutboxItem } from '@/lib/store/turn-store';

/** Effects that leave the database. */
export type OutboxEffectKind = 'message.send' | 'http.request';

/** Carries out effects of one kind. */
export interface Handler {
  /** How often at most, and how long between: doubled each time, up to the longest. */
  attempts: number;
  firstRetryMs: number;
  longestRetryMs: number;
  /** What one effect shares with others that may be slow together; only so many of one host run at once. Null: it waits for nobody. */
  hostOf(item: OutboxItem): string | null;
  /**
   * Does it. `item.id` is the idempotency key: the same effect comes again when the process died between the answer and
   * the note of it. Gives what the flow waits for, or undefined when no flow waits.
   * @throws PermanentError where trying again is in vain; anything else is tried again
   */
  carryOut(item: OutboxItem): Promise<Json | undefined>;
}
