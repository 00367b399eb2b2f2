import type { HandoffRequirement } from '../compiler/machine-json';
import type { Instant } from '../engine/engine-types';

export interface RoutingAgent {
  id: string;
  name: string;
  presence: 'available' | 'away' | 'offline';
  /** Conversations she takes at once. */
  capacity: number;
  /** Conversations she holds, and those offered to her. */
  load: number;
  /** Skill key → level, 0 to 5; 0 is the same as not there. */
  skills: Record<string, number>;
  queues: readonly string[];
  /** Since when she has had nothing new. */
  idleSince: Instant;
  /** Conversations she does not want to be offered again. */
  declined: readonly string[];
}

export interface WaitingConversation {
  conversationId: string;
  requirement: HandoffRequirement;
  queue: string;
  enqueuedAt: Instant;
  offeredTo: string | null;
}

/** All that routing looks at. */
export interface RoutingState {
  agents: readonly RoutingAgent[];
  waiting: readonly WaitingConversation[];
}

/** Why an agent was the one, why nobody was, or why an offer was taken back. */
export const REASON_CODES = ['only-one', 'most-skilled', 'longest-idle', 'first-in-order', 'nobody-available', 'no-longer-eligible'] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Why an agent was not the one. */
export const OTHER_CODES = ['offline', 'away', 'other-queue', 'lacks-skill', 'declined', 'full', 'less-skilled', 'busier', 'later-in-order'] as const;
export type OtherCode = (typeof OTHER_CODES)[number];

/**
 * Why, in codes; the interface writes the sentence. `params.skills` are the required skills with the agent's levels,
 * `params.free` her free slots before the offer, of `params.capacity`.
 */
export interface Reason {
  /** One of REASON_CODES; what is stored may come from a newer program. */
  code: string;
  params: {
    agent?: string;
    skills?: { key: string; level: number }[];
    free?: number;
    capacity?: number;
    /** Of a withdrawn offer: what changed, one of OTHER_CODES or `gone`. */
    because?: string;
  };
  /** Codes of OTHER_CODES, by agent id. */
  others: { agentId: string; code: string }[];
}

export type Decision =
  | { kind: 'offer'; conversationId: string; agentId: string; reason: Reason }
  | { kind: 'withdraw'; conversationId: string; agentId: string; reason: Reason }
  | { kind: 'unavailable'; conversationId: string; reason: Reason };
