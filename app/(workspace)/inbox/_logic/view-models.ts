import type { LocalizedText } from '@/flows/document/localized-text';

/** Epoch milliseconds. */
export type Instant = number;
export type View = 'mine' | 'waiting';
export type Author = 'customer' | 'assistant' | 'agent' | 'note' | 'system';
export type Owner = 'bot' | 'queued' | 'agent' | 'snoozed' | 'closed';
export type Presence = 'available' | 'away' | 'offline';

/** A parameter of an event or a reason: names and numbers that a sentence needs. */
export type ReasonParams = Record<string, unknown>;

/** Why the routing chose, as a code with parameters; `trace` messages turn it into a sentence. */
export interface Reason {
  code: string;
  params: ReasonParams;
  others: { agentId: string; code: string; name?: string }[];
}

export interface ThreadMessage {
  kind: 'message';
  /** Position in the conversation, from 1. */
  seq: number;
  id: string;
  from: Author;
  agent?: { id: string; name: string } | undefined;
  parts: { kind: 'text'; text: string }[];
  options?: { value: string; label: string }[] | undefined;
  at: Instant;
}

export interface ThreadEvent {
  kind: 'event';
  seq: number;
  code: string;
  params: ReasonParams;
  at: Instant;
}

export type ThreadItem = ThreadMessage | ThreadEvent;

/** One step the customer went through, and the exit that was taken. */
export interface PathEntry {
  nodeId: string;
  type: string;
  title: LocalizedText;
  port?: string | undefined;
  portLabel?: LocalizedText | { key: string } | undefined;
  at: Instant;
}

/** What the customer has received and read of our messages, as the highest seq. */
export interface Receipts {
  delivered: number;
  read: number;
}
