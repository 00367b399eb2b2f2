/** What a sender knows of one event: when it began to send it, and every receipt it got. */
export interface SentEvent {
  conversationId: string;
  key: string;
  type: string;
  text: string | null;
  /** Instants of the harness' own counter, which orders everything the senders did. */
  firstSentAt: number;
  /** Null when it was never acknowledged. */
  acknowledgedAt: number | null;
  receipts: { seq: number; at: number; duplicate: boolean; outcome: string }[];
  /** Times it was sent. */
  attempts: number;
}

/** One request as the provider got it. */
export interface ProviderCall {
  /** Epoch milliseconds of its arrival. */
  at: number;
  key: string;
  conversationId: string;
  kind: string;
  /** The body, as text. */
  content: string;
  /**
   * `accepted` did what was asked, the first time this key came; `repeat` knew the key; `refused` did nothing and may be
   * asked again; `rejected` did nothing and never will.
   */
  outcome: 'accepted' | 'repeat' | 'refused' | 'rejected';
  /** Whether an answer was sent; else the connection was cut. */
  answered: boolean;
}

/** What people outside saw. Without it, the database is checked alone. */
export interface Evidence {
  sent?: readonly SentEvent[];
  calls?: readonly ProviderCall[];
}
