import type { Instant } from '@/flows/engine/engine-types';
import type { Json, JsonObject } from '@/flows/document/json';
import type { Locale } from '@/flows/document/localized-text';
import type { Load } from './admission/admission';
import type { Work } from './work';

/** Names a conversation. Nothing is ever looked up by the conversation's id alone. */
export interface ConversationKey {
  workspaceId: string;
  conversationId: string;
}

export type Presence = 'available' | 'away' | 'offline';

/**
 * Something that happened to a conversation. `key` is unique within it: the same key delivered again changes
 * nothing and gets the first receipt. Texts are plain text, already checked by whoever delivers.
 */
export type RuntimeEvent = { key: string } & (
  | { type: 'customer.message'; text: string; choice?: string }
  | { type: 'customer.left' }
  | { type: 'timer.due'; sessionId: string; timerId: string; generation: number; fireAt: Instant }
  | { type: 'agent.accepted'; agentId: string }
  | { type: 'agent.declined'; agentId: string }
  | { type: 'agent.released'; agentId: string }
  /** She is an agent no more: what she held waits for another one, in the queue it came from. */
  | { type: 'agent.left'; agentId: string; queue: string | null }
  | { type: 'agent.closed'; agentId: string; disposition?: string }
  | { type: 'agent.replied'; agentId: string; text: string }
  | { type: 'agent.noted'; agentId: string; text: string }
  | { type: 'handoff.unavailable'; effectId: string }
  /** An administrator plays a customer's message again that the flow had failed on; `failedSeq` is its place in the order. */
  | { type: 'turn.replayed'; failedSeq: number; messageId: string; text: string; choice?: string }
  | { type: 'effect.succeeded'; effectId: string; result: Json }
  | { type: 'effect.failed'; effectId: string; error: { code: string; message: string } }
  | ({ type: 'flow.triggered' } & Triggered)
);

/** A trigger of a published flow: what begins, and with what. */
export interface Triggered {
  flowId: string;
  versionId: string;
  triggerId: string;
  /** For people: the event's name, or empty for a schedule. */
  event: string;
  /** Variables the flow begins with, already of their types. */
  input: JsonObject;
  /** What the caller says of the customer; kept whether or not the flow begins. Null unsets. */
  attributes?: JsonObject;
  /** The data did not fit: the flow does not begin, and the log says at which variable. */
  misfit?: { variable: string; path: string; type: string };
  /** Milliseconds after its time, where a schedule was held up. */
  late?: number;
}

/**
 * Why a triggered flow did not begin. A conversation under way is not interrupted (`under-way`), nor is one that a
 * person has or that waits for one (`with-a-person`).
 */
export type NotBegun = 'under-way' | 'with-a-person' | 'misfit' | 'flow-failed';

/**
 * Why an event was refused: `not-owner` (the agent does not hold the conversation), `not-offered`,
 * `already-accepted` (another agent was faster), `conversation-closed`, `no-capacity`, `not-queued`.
 * A refused event is recorded and changes nothing else.
 */
export type RefusalCode = 'not-owner' | 'not-offered' | 'already-accepted' | 'conversation-closed' | 'no-capacity' | 'not-queued';

/** What became of an event. `messageSeq` is the message it wrote (a customer's, an agent's, a note). */
/** `begun` answers a trigger: whether its flow began, and if not, why. */
export type Outcome = { ok: true; messageSeq?: number; begun?: { began: true } | { began: false; reason: NotBegun; variable?: string } } | { ok: false; code: RefusalCode };

/** The answer to a delivered event, given once it is on disk. */
export interface Receipt {
  /** The key was known: this is the first receipt again. */
  duplicate: boolean;
  /** Place of the event in the conversation's order, from 1. */
  seq: number;
  /** When it was accepted. */
  at: Instant;
  outcome: Outcome;
}

export type MessageAuthor = 'customer' | 'bot' | 'agent' | 'note' | 'system';

/** A message as it stands in the conversation. `note` is for agents only and never leaves. */
export interface StoredMessage {
  /** Place in the conversation, from 1, without gaps. */
  seq: number;
  /** The inbound event's key, or the effect's id: stable across repeats. */
  id: string;
  author: MessageAuthor;
  /** The agent's id for `agent` and `note`. */
  authorId: string | null;
  language: Locale;
  parts: { kind: 'text'; text: string }[];
  options?: { value: string; label: string }[];
  /** Value of the button a customer pressed. */
  choice?: string;
  caseNumber: number;
  epoch: number;
  sentAt: Instant;
}

/** What a commit changed, for live views and streams. Told after the commit, in its order. */
export type Committed = { workspaceId: string } & (
  | { kind: 'message'; conversationId: string; message: StoredMessage }
  | { kind: 'conversation'; conversationId: string }
  | { kind: 'receipts'; conversationId: string; delivered: number; read: number }
  | { kind: 'presence' | 'queue' }
);

export interface OpenConversation {
  workspaceId: string;
  connectionId: string;
  /** How the channel knows the customer: a visitor's id, a phone number. */
  externalId: string;
  language: Locale;
  /** What the channel told about her; only fills what is not yet known. */
  contact?: { name?: string; email?: string; phone?: string };
}

export interface Runtime {
  /**
   * Accepts the event, runs the turn and commits both. Resolves after the commit; rejects only when nothing was
   * accepted (unknown conversation: UnknownConversationError; the store failed; too much waits: OverloadError, for
   * what customers do only). Turns of one conversation run in the order of the calls; an agent's act goes before what
   * of the others was not begun.
   */
  deliver(key: ConversationKey, event: RuntimeEvent): Promise<Receipt>;
  /** The customer's conversation on this connection, made when there is none. Rejects with OverloadError when too much waits. */
  openConversation(input: OpenConversation): Promise<{ conversationId: string; created: boolean }>;
  /** The customer's side has delivered, or she has read, the messages up to these sequences. Never goes back. */
  markMessages(key: ConversationKey, upTo: { delivered?: number; read?: number }): Promise<void>;
  /** The agent has seen the customer's messages. */
  markSeenByAgent(key: ConversationKey, agentId: string): Promise<void>;
  /**
   * Articles of the workspace were written, changed or taken away: what searches need is made ready before somebody
   * asks. Turns see the change in any case.
   */
  articlesChanged(workspaceId: string): Promise<void>;
  /** Also offers waiting conversations to an agent who becomes available, and takes offers back from one who leaves. */
  setPresence(workspaceId: string, agentId: string, presence: Presence): Promise<void>;
  /** Offers waiting conversations to agents. Runs after every turn that may change the answer. */
  route(workspaceId: string): Promise<void>;
  /** There is work beside turns: it is looked for now, here or by whoever does it. */
  expect(work: Work): void;
  /** The same, heard from another process. */
  heard(work: Work): void;
  /** What waits and is under way now. */
  load(): Load;
  /** Resumes what a stopped process left: unprocessed events, due timers, outbox, waiting conversations. Without background work it only takes deliveries. */
  start(): Promise<void>;
  /** Stops timers and dispatching, and waits for turns under way. Later deliveries are refused. */
  stop(): Promise<void>;
}
