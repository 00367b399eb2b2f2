import type { ConversationKey, StoredMessage } from '@/lib/runtime/runtime-types';
import type { ChannelConnector } from '../channel-port';
import type { ConversationReader, ConversationSnapshot } from './ports';
import { toWireAgent, toWireMessage } from './to-wire-message';
import type { WireContent, WireMessage, WireReceipts, WireState } from './wire';

/** Messages of one read. */
export const PAGE = 200;

export interface VisitorStatus {
  state: WireState;
  receipts: WireReceipts;
}

/** Before the first message there is no conversation, and that is a state like another. */
export const NEW_VISITOR: VisitorStatus = {
  state: { owner: 'bot', agent: null, status: 'new' },
  receipts: { delivered: 0, read: 0, seen: 0 },
};

/** What a visitor may see of her conversation. */
export interface VisitorView {
  messages(key: ConversationKey, stored: readonly StoredMessage[]): Promise<WireMessage[]>;
  status(key: ConversationKey): Promise<VisitorStatus>;
}

export function visitorView(conversations: ConversationReader, connector: ChannelConnector<WireContent>): VisitorView {
  return {
    async messages(key, stored) {
      const ids = new Set(stored.flatMap(({ author, authorId }) => (author === 'agent' && authorId !== null ? [authorId] : [])));
      const agents = new Map(await Promise.all([...ids].map(async (id) => [id, toWireAgent(await conversations.agentName(key.workspaceId, id))] as const)));
      return stored.flatMap((message) => toWireMessage(message, agents.get(message.authorId ?? '') ?? null, connector) ?? []);
    },
    status: async (key) => toStatus(await conversations.snapshot(key)),
  };
}

function toStatus({ owner, agent, delivered, read, seenByAgent }: ConversationSnapshot): VisitorStatus {
  // Snoozed is the agent's business: for the customer the agent still has her conversation, or it still waits.
  const shown = owner === 'snoozed' ? (agent ? 'agent' : 'queued') : owner;
  return {
    state: { owner: shown, agent: shown === 'agent' ? toWireAgent(agent?.name ?? null) : null, status: shown === 'closed' ? 'closed' : 'open' },
    receipts: { delivered, read, seen: seenByAgent },
  };
}
