import type { LocalizedText } from '@/flows/document/localized-text';
import type { ConversationKey, Runtime, StoredMessage } from '@/lib/runtime/runtime-types';
import type { Hub } from '@/lib/realtime/hub';
import type { AdmissionLimits } from '@/lib/runtime/admission/admission';
import type { Clock } from '@/lib/clock';
import type { Log } from '@/lib/log';
import type { RateLimit } from './rate-limit';

/** A web-chat connection as the door needs it. `name` is what customers read: the business, not the connection. */
export interface WebChatConnection {
  id: string;
  workspaceId: string;
  name: string;
  /** BCP 47, the default first; never empty. */
  languages: readonly string[];
  /** Address of an image (https or data), or null: the name's initials are shown. */
  logo: string | null;
  /** `#rrggbb`, or null for the widget's own. */
  accent: string | null;
  side: 'left' | 'right';
  /** In place of the widget's own lines, where there is one in the language spoken. */
  greeting: LocalizedText;
  greetingHelp: LocalizedText;
  /** Origins that may call; empty is every one. */
  sites: readonly string[];
}

export interface ConnectionLookup {
  /** The connection of this public key, if it is a web chat and switched on. */
  byPublicKey(publicKey: string): Promise<WebChatConnection | null>;
}

/** Who holds the conversation now. Message sequences up to which each side has seen; 0 for nothing. */
export interface ConversationSnapshot {
  owner: 'bot' | 'queued' | 'agent' | 'snoozed' | 'closed';
  agent: { id: string; name: string } | null;
  delivered: number;
  read: number;
  seenByAgent: number;
}

/** Reads only. Every look-up is inside a workspace. */
export interface ConversationReader {
  /** The visitor's conversation on this connection; null while she has not written. */
  find(identity: { workspaceId: string; connectionId: string; externalId: string }): Promise<ConversationKey | null>;
  /** Messages with a sequence above `after`, ascending, at most `limit`. Notes may be among them. */
  messages(key: ConversationKey, after: number, limit: number): Promise<readonly StoredMessage[]>;
  snapshot(key: ConversationKey): Promise<ConversationSnapshot>;
  /** Full name of an agent, or null when there is none any more. */
  agentName(workspaceId: string, agentId: string): Promise<string | null>;
}

export interface WebChatDeps {
  runtime: Pick<Runtime, 'deliver' | 'openConversation' | 'markMessages'>;
  conversations: ConversationReader;
  connections: ConnectionLookup;
  hub: Hub;
  /** Signs visitor tokens: the program's secret. Changing it makes every visitor a new one. */
  secret: string;
  clock: Clock;
  log: Pick<Log, 'error' | 'warn'>;
  /** What one visitor, and all of them together, may ask. */
  limits?: Partial<WebChatLimits>;
}

export interface WebChatLimits {
  /** Messages a visitor may send. */
  messages: RateLimit;
  /** Typing signals and receipts. */
  signals: RateLimit;
  /** Streams open at once for one visitor. */
  streams: number;
  /** Streams open at once in this process. */
  allStreams: number;
  /** Bytes of bodies that have not arrived whole, in this process. */
  bodyBytes: number;
  heartbeatMs: number;
  /** What may wait at the door. */
  depth: AdmissionLimits;
}
