import type { Calendar } from '@/flows/calendars/calendar';
import type { CompiledFlow, HandoffRequirement } from '@/flows/compiler/machine-json';
import type { Json, JsonObject } from '@/flows/document/json';
import type { Locale } from '@/flows/document/localized-text';
import type { Effect, EngineEvent, Instant, SessionState, TraceEntry } from '@/flows/engine/engine-types';
import type { ArticleRow } from '@/flows/knowledge/stored-article';
import type { ConversationKey, MessageAuthor, Outcome, RuntimeEvent, StoredMessage } from '@/lib/runtime/runtime-types';

export type OwnerName = 'bot' | 'queued' | 'agent' | 'snoozed' | 'closed';

/** A row of Conversation, as a turn reads and writes it. */
export interface ConversationRecord {
  connectionId: string;
  identityId: string;
  profileId: string;
  language: Locale;
  owner: OwnerName;
  epoch: number;
  agentId: string | null;
  queueKey: string | null;
  enqueuedAt: Instant | null;
  offeredTo: string | null;
  offeredAt: Instant | null;
  /** Why routing offered it, as routing said it. */
  offerReason: Json | null;
  declinedBy: string[];
  requirement: HandoffRequirement | null;
  handoffId: string | null;
  caseNumber: number;
  segmentNumber: number;
  sessionId: string | null;
  sessionNumber: number;
  inboundSeq: number;
  drainedSeq: number;
  messageSeq: number;
  eventSeq: number;
  outboxSeq: number;
  preview: string;
  previewFrom: MessageAuthor | '';
  lastMessageAt: Instant | null;
  unread: number;
  updatedAt: Instant;
  closedAt: Instant | null;
}

export interface CaseRecord {
  number: number;
  openedAt: Instant;
  firstReplyAt: Instant | null;
  firstAgentAt: Instant | null;
  handedOffAt: Instant | null;
  closedAt: Instant | null;
  handledBy: 'bot' | 'agent' | 'hybrid' | null;
  closedBy: 'bot' | 'agent' | 'customer' | 'system' | null;
  disposition: string | null;
  flowVersionId: string | null;
}

export interface SessionRecord {
  id: string;
  caseNumber: number;
  flowVersionId: string;
  compiler: string;
  state: SessionState;
  startedAt: Instant;
  endedAt: Instant | null;
}

/** What the person is known by, for facts. */
export interface ContactRecord {
  name: string | null;
  email: string | null;
  phone: string | null;
  locale: Locale | null;
  /** Of the workspace's own: what flows keep in variables of the customer's. */
  attributes: JsonObject;
}

/** Everything a turn may look at. Read in the transaction that will hold what it writes. */
export interface TurnInput {
  key: ConversationKey;
  now: Instant;
  seq: number;
  event: RuntimeEvent;
  conversation: ConversationRecord;
  case: CaseRecord | null;
  session: SessionRecord | null;
  contact: ContactRecord;
  /** By key, the workspace's calendars that the flows of this turn read. */
  calendars: Readonly<Record<string, Calendar>>;
  /** The version of the articles that stand now, when a flow of this turn searches them. */
  knowledge: { version: number } | null;
  connection: { channel: string; externalId: string; /** Newest published version of its flow. */ versionId: string | null };
  queues: { key: string; isDefault: boolean }[];
  /** For an agent's own event: what she may hold, and holds (accepted and offered, this conversation not counted). */
  agent: { capacity: number; load: number; queues: string[] } | null;
}

export interface ConversationEventRecord {
  seq: number;
  type: string;
  caseNumber: number;
  messageSeq: number;
  epoch: number;
  agentId: string | null;
  params: JsonObject;
  at: Instant;
}

export interface StepRecord {
  sessionId: string;
  seq: number;
  flowVersionId: string;
  compiler: string;
  rng: number;
  event: EngineEvent;
  facts: JsonObject;
  effects: readonly Effect[];
  trace: readonly TraceEntry[];
}

export interface SegmentRecord {
  number: number;
  caseNumber: number;
  owner: OwnerName;
  epoch: number;
  agentId: string | null;
  queueKey: string | null;
  startedAt: Instant;
  endedAt: Instant | null;
}

export type TimerWrite =
  | { set: { sessionId: string; timerId: string; generation: number; fireAt: Instant } }
  | { cancel: { sessionId: string; timerId: string } }
  | { cancelAll: { sessionId: string } };

export interface OutboxRecord {
  id: string;
  seq: number;
  kind: string;
  payload: JsonObject;
  epoch: number;
}

/** A question that no article answered well enough. */
export interface UnansweredRecord {
  language: Locale;
  /** The question's words as the index reads them: the same words in the same language are one question. */
  words: string;
  text: string;
  outcome: 'none' | 'unsure' | 'not-helped';
  /** Whether it was asked in this turn, or only turned out not to be answered. */
  asked: boolean;
}

/** What a turn decided: a value, applied by the store in the same transaction. */
export interface TurnWrites {
  outcome: Outcome;
  conversation: ConversationRecord;
  /** The conversation's current case, when it was opened or changed. */
  case: CaseRecord | null;
  /** The current session, when it was started or stepped. */
  session: SessionRecord | null;
  steps: StepRecord[];
  messages: StoredMessage[];
  events: ConversationEventRecord[];
  /** The segment that was running when the turn began, when it ended. */
  endedSegment: { number: number; endedAt: Instant } | null;
  /** Segments begun in this turn; all but the last have ended in it too. */
  segments: SegmentRecord[];
  timers: TimerWrite[];
  outbox: OutboxRecord[];
  unanswered: UnansweredRecord[];
  /** All attributes of the conversation's customer, when one was set. */
  attributes: JsonObject | null;
  /** Agents who got or gave up the conversation: their idle time starts anew. */
  busied: string[];
  /** Kept beside the event when the turn failed and this is what was done instead. */
  quarantine: JsonObject | null;
  /** Routing may answer differently now. */
  routing: boolean;
}

/** A published flow as it is stored; `compiled` is the text of a CompiledFlow, or null. */
export interface FlowSource {
  document: string;
  compiled: string | null;
}

/** The compiled flows a turn may need. The store puts in what is missing before it runs the turn. */
export interface FlowShelf {
  has(versionId: string): boolean;
  put(versionId: string, source: FlowSource): void;
  get(versionId: string): CompiledFlow | undefined;
}

/** What a search in a turn needs at hand: the articles of exactly this version, in these languages. */
export interface KnowledgeNeed {
  workspaceId: string;
  version: number;
  languages: readonly Locale[];
  /** Reads the stored articles; within the transaction only. */
  articles(): ArticleRow[];
}

/** The articles that turns search. */
export interface KnowledgeShelf {
  /** When it says no, the store gives the turn up with KnowledgeNeededError. */
  has(need: KnowledgeNeed): boolean;
}
