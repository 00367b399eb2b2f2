import type { LocalizedText } from '@/flows/document/localized-text';
import type { Owner } from '@/flows/conversation/ownership';

export type InboxView = 'mine' | 'waiting' | 'offered';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type Author = 'customer' | 'assistant' | 'agent' | 'note' | 'system';

/** Why a routing decision was taken; the interface turns codes into sentences (messages `trace`). */
export interface ReasonView {
  code: string;
  params: Record<string, unknown>;
  others: { agentId: string; name?: string; code: string }[];
}

export interface InboxCounts {
  mine: number;
  waiting: number;
  offered: number;
}

/** inbox.list: one row. Times are epoch milliseconds. */
export interface ConversationRow {
  id: string;
  customer: { id: string; name: string | null };
  channel: string;
  language: string;
  preview: { from: Author; text: string };
  lastMessageAt: number;
  unread: number;
  owner: Owner;
  /** When it entered the queue; null when it is in none. */
  waitingSince: number | null;
  queue: { key: string; name: LocalizedText } | null;
  offeredToMe: boolean;
  priority: Priority;
  /** What it is about, if known: the last answer the customer gave. */
  topic: LocalizedText | null;
}

export type ThreadItem = ThreadMessage | ThreadEvent;

/** It was not sent because an agent had taken over; could not be delivered; or was on its way when an agent took over. */
export type MessageFate = 'not-sent' | 'failed' | 'just-before';

export interface ThreadMessage {
  kind: 'message';
  seq: number;
  id: string;
  from: Author;
  agent?: { id: string; name: string };
  parts: { kind: 'text'; text: string }[];
  options?: { value: string; label: string }[];
  /** Absent when nothing is to be said about its way. */
  fate?: MessageFate;
  at: number;
}

/** Something that happened, said by the interface: `code` and `params`. */
export interface ThreadEvent {
  kind: 'event';
  seq: number;
  code: string;
  params: Record<string, unknown>;
  at: number;
}

export interface Answer {
  title: LocalizedText;
  value: LocalizedText;
}

export interface PathStep {
  nodeId: string;
  type: string;
  title: LocalizedText;
  /** The way out taken; absent where the session rests. */
  port?: string;
  /** The author's own words, or a key under `ports` in the step type's texts. */
  portLabel?: LocalizedText | { key: string };
  at: number;
}

/** inbox.conversation: everything beside and inside the thread. */
export interface ConversationView {
  id: string;
  customer: { id: string; name: string | null; email: string | null; phone: string | null; locale: string | null };
  channel: string;
  language: string;
  owner: Owner;
  epoch: number;
  agent: { id: string; name: string } | null;
  queue: { key: string; name: LocalizedText } | null;
  openedAt: number;
  offeredToMe: boolean;
  offerReason: ReasonView | null;
  canAccept: boolean;
  messages: ThreadItem[];
  answers: Answer[];
  path: PathStep[];
  flow: { id: string; name: string; number: number } | null;
  receipts: { delivered: number; read: number };
  /** The assistant's turns of this case, to be folded into one row; times are epoch milliseconds. */
  assistantSummary: { count: number; from: number; to: number };
}

/** live.events */
export type LiveEvent =
  /** A list or a count changed: read again. */
  | { kind: 'inbox' }
  | { kind: 'conversation'; id: string }
  | { kind: 'message'; conversationId: string; item: ThreadItem }
  | { kind: 'typing'; conversationId: string; active: boolean }
  | { kind: 'receipts'; conversationId: string; delivered: number; read: number }
  | { kind: 'presence' }
  /** The server stops: come back after so many milliseconds. Nothing follows. */
  | { kind: 'bye'; retryMs: number }
  /** A flow's draft was saved and now has this revision. */
  | { kind: 'flow'; id: string; revision: number; by: { id: string; name: string } };
