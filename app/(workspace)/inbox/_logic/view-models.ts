/** Epoch milliseconds. */
export type Instant = number;
/** The lists an agent can open; what is offered to her stands on top of either. */
export type ListView = 'mine' | 'waiting';

/** What the customer has received and read of our messages, as the highest seq. */
export interface Receipts {
  delivered: number;
  read: number;
}

export type {
  Author,
  ConversationRow,
  ConversationView,
  InboxCounts,
  PathStep,
  Presence,
  ReasonView,
  ThreadEvent,
  ThreadItem,
  ThreadMessage,
} from '@/lib/api/view-models';
