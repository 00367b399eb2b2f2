import type { WireAgent, WireMessage, WireReceipts, WireState } from '../wire';
import type { Outgoing } from './client';
import type { Connection } from './stream';

/** A message of hers that the server has not confirmed. `refused` is the server's sentence: it will not go by itself. */
export interface Pending extends Outgoing {
  at: number;
  refused?: string;
}

/** All that the widget shows. Changed by `chat.ts` only. */
export interface ChatState {
  /** By sequence. */
  messages: WireMessage[];
  pending: Pending[];
  state: WireState;
  receipts: WireReceipts;
  connection: Connection;
  agentTyping: boolean;
  /** She wrote to the assistant and its answer is due. */
  awaiting: boolean;
  /** Who took over while this page watched, and after which message. */
  joined: { agent: WireAgent; after: number } | null;
  /** The button she just pressed: its row is shown a moment longer. */
  pressed: { messageId: string; value: string } | null;
}

export function emptyState(): ChatState {
  return {
    messages: [],
    pending: [],
    state: { owner: 'bot', agent: null, status: 'new' },
    receipts: { delivered: 0, read: 0, seen: 0 },
    connection: 'off',
    agentTyping: false,
    awaiting: false,
    joined: null,
    pressed: null,
  };
}
