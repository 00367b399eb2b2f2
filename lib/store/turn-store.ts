import type { JsonObject } from '@/flows/document/json';
import type { Instant } from '@/flows/engine/engine-types';
import type { Decision, RoutingState } from '@/flows/routing/decide';
import type { Committed, ConversationKey, OpenConversation, Presence, Receipt, RuntimeEvent } from '@/lib/runtime/runtime-types';
import type { KnowledgeSource } from './knowledge-needed';
import type { FlowShelf, KnowledgeShelf, TurnInput, TurnWrites } from './turn-records';

/** The conversation does not exist in that workspace. */
export class UnknownConversationError extends Error {
  override readonly name = 'UnknownConversationError';
}

/**
 * What the store runs inside its transaction. Both functions are pure and synchronous: a database with a lock on the
 * network is kept no longer than its own statements take, and a turn can be run again after a conflict.
 */
export interface TurnProgram {
  now(): Instant;
  flows: FlowShelf;
  knowledge: KnowledgeShelf;
  turn(input: TurnInput): TurnWrites;
  /** Called when `turn` threw, or when what it wrote could not be stored. Must not throw. */
  failed(input: TurnInput, error: unknown): TurnWrites;
}

/** What a commit did, besides the receipt. */
export interface Delivered {
  receipt: Receipt;
  committed: Committed[];
  /** Earliest timer set, if any. */
  nextTimerAt: Instant | null;
  routing: boolean;
  outbox: boolean;
  /** The error of a turn that was quarantined. */
  failure: unknown;
}

export interface DueTimer extends ConversationKey {
  sessionId: string;
  timerId: string;
  generation: number;
  fireAt: Instant;
}

/** One effect to carry out, marked as being sent. */
export interface OutboxItem extends ConversationKey {
  id: string;
  seq: number;
  kind: string;
  payload: JsonObject;
  attempts: number;
}

/** `later` is no attempt: it was not begun. */
export type OutboxResult = { kind: 'done' } | { kind: 'retry'; at: Instant; error: string } | { kind: 'later'; at: Instant } | { kind: 'dead'; error: string };

export interface RoutingResult {
  committed: Committed[];
  /** Hand-overs that nobody can take now, to be told to their flows. */
  unavailable: { conversationId: string; effectId: string }[];
}

export interface NewIds {
  profileId: string;
  identityId: string;
  conversationId: string;
}

/**
 * Where conversations live. Asynchronous, so that a database behind a network is one more adapter; everything one
 * call writes is committed when it resolves, or not at all when it rejects. Every adapter passes turn-store.contract.ts.
 */
export interface TurnStore {
  /**
   * Locks the conversation, accepts the event under its key with the next sequence, then processes every unprocessed
   * event in order, each in its own savepoint. A known key changes nothing and gets its first receipt.
   * A turn sees the articles committed before it, in their newest version.
   * @throws UnknownConversationError
   * @throws KnowledgeNeededError when that version is not on the program's shelf
   */
  deliver(key: ConversationKey, event: RuntimeEvent, program: TurnProgram): Promise<Delivered>;
  /** Conversations that have accepted, unprocessed events; at most `limit`. */
  undrained(limit: number): Promise<ConversationKey[]>;
  /** Processes what {@link undrained} found. */
  drain(key: ConversationKey, program: TurnProgram): Promise<Omit<Delivered, 'receipt'>>;

  /** The articles as they stand, for the shelf; in no language yet. */
  articles(workspaceId: string): Promise<KnowledgeSource>;

  /** The conversation of a customer as her channel knows her; null while she has none. */
  findConversation(customer: Pick<OpenConversation, 'workspaceId' | 'connectionId' | 'externalId'>): Promise<string | null>;
  openConversation(input: OpenConversation, ids: NewIds, now: Instant): Promise<{ conversationId: string; created: boolean }>;
  markMessages(key: ConversationKey, upTo: { delivered?: number; read?: number }, now: Instant): Promise<Committed[]>;
  markSeenByAgent(key: ConversationKey, agentId: string, now: Instant): Promise<Committed[]>;

  /** Timers due at `now`, the earliest first. They stay until their event was processed. */
  dueTimers(now: Instant, limit: number): Promise<DueTimer[]>;
  nextTimerAt(): Promise<Instant | null>;

  setPresence(workspaceId: string, agentId: string, presence: Presence, eventId: string, now: Instant): Promise<Committed[]>;
  /** Loads who waits and who is there, lets `decide` (pure) answer, and writes the offers. */
  route(workspaceId: string, decide: (state: RoutingState, now: Instant) => Decision[], now: Instant): Promise<RoutingResult>;
  /** Workspaces where somebody waits. */
  waitingWorkspaces(): Promise<string[]>;

  /**
   * Marks what may leave now as being sent and returns it: of each conversation the earliest unfinished message, and
   * other effects beside it. The assistant's messages of an older epoch are dropped instead. Kinds in `except` stay.
   */
  claimOutbox(now: Instant, limit: number, except?: readonly string[]): Promise<OutboxItem[]>;
  finishOutbox(item: OutboxItem, result: OutboxResult, now: Instant): Promise<void>;
  nextOutboxAt(): Promise<Instant | null>;
  /**
   * What a stopped process was sending is pending again. The interrupted attempt does not count: the next one has its
   * number, but never 1. Only for a store with one process.
   */
  releaseClaims(): Promise<void>;
}

