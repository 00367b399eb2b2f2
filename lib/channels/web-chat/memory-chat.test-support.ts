import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@/lib/clock';
import { createHub, type Hub } from '@/lib/realtime/hub';
import type { Committed, ConversationKey, MessageAuthor, Receipt, StoredMessage } from '@/lib/runtime/runtime-types';
import { webChatHandler, type WebChatHandler } from './http';
import type { ConversationSnapshot, WebChatDeps, WebChatLimits } from './ports';

type Say = Partial<Pick<StoredMessage, 'id' | 'options' | 'authorId' | 'choice' | 'language'>>;

export interface MemoryConversation {
  key: ConversationKey;
  language: string;
  messages: StoredMessage[];
  snapshot: ConversationSnapshot;
  receipts: Map<string, Receipt>;
}

export interface MemoryChat {
  origin: string;
  hub: Hub;
  handler: WebChatHandler;
  conversations: Map<string, MemoryConversation>;
  errors: unknown[];
  say(conversation: MemoryConversation, author: MessageAuthor, text: string, more?: Say): StoredMessage;
  change(conversation: MemoryConversation, snapshot: Partial<ConversationSnapshot>): void;
  typing(conversation: MemoryConversation, active: boolean): void;
  /** Cuts every line, as a failing network does. */
  cut(): void;
  stop(): Promise<void>;
}

export interface MemoryChatOptions {
  limits?: Partial<WebChatLimits>;
  languages?: string[];
  sites?: string[];
  /** Answers a customer's message; nothing by default. */
  bot?(chat: MemoryChat, conversation: MemoryConversation, message: StoredMessage): void;
  deps?: Partial<WebChatDeps>;
  /** Answers what the web chat does not. */
  fallback?(request: Parameters<WebChatHandler>[0], response: Parameters<WebChatHandler>[1]): void;
  port?: number;
}

export const WORKSPACE = 'w1';
export const SECRET = 'a secret of the tests';
const AGENTS: Record<string, string> = { lea: 'Léa Fontaine', karim: 'Karim Benali' };

/** The web-chat door on a real port, with its ports kept in memory. */
export async function startMemoryChat(options: MemoryChatOptions = {}): Promise<MemoryChat> {
  const errors: unknown[] = [];
  const hub = createHub((error) => errors.push(error));
  const conversations = new Map<string, MemoryConversation>();
  const byKey = ({ conversationId }: ConversationKey): MemoryConversation => {
    const found = [...conversations.values()].find(({ key }) => key.conversationId === conversationId);
    if (!found) throw new Error(`no conversation ${conversationId}`);
    return found;
  };
  const connection = { id: 'c1', workspaceId: WORKSPACE, name: 'Maison Lumen', languages: options.languages ?? ['fr', 'en'], logo: null, accent: null, side: 'right', greeting: {}, greetingHelp: {}, sites: options.sites ?? [] } as const;

  const handler = webChatHandler({
    hub,
    secret: SECRET,
    clock: systemClock,
    log: { error: (entry: unknown) => errors.push(entry), warn: () => undefined } as unknown as WebChatDeps['log'],
    ...(options.limits ? { limits: options.limits } : {}),
    connections: {
      byPublicKey: async (key) => (key === 'demo' ? connection : key === 'other' ? { ...connection, id: 'c2' } : null),
    },
    conversations: {
      find: async ({ externalId }) => conversations.get(externalId)?.key ?? null,
      messages: async (key, after, limit) => byKey(key).messages.filter(({ seq }) => seq > after).slice(0, limit),
      snapshot: async (key) => byKey(key).snapshot,
      agentName: async (_workspaceId, agentId) => AGENTS[agentId] ?? null,
    },
    runtime: {
      async openConversation({ externalId, language }) {
        const key = { workspaceId: WORKSPACE, conversationId: `conversation-${conversations.size + 1}` };
        const snapshot: ConversationSnapshot = { owner: 'bot', agent: null, delivered: 0, read: 0, seenByAgent: 0 };
        conversations.set(externalId, { key, language, messages: [], snapshot, receipts: new Map() });
        return { conversationId: key.conversationId, created: true };
      },
      async deliver(key, event) {
        const conversation = byKey(key);
        const known = conversation.receipts.get(event.key);
        if (known) return { ...known, duplicate: true };
        if (event.type !== 'customer.message') throw new Error(event.type);
        const reopened = conversation.snapshot.owner === 'closed';
        const more = { id: event.key, ...(event.choice === undefined ? {} : { choice: event.choice }) };
        const message = chat.say(conversation, 'customer', event.text, more);
        const receipt: Receipt = { duplicate: false, seq: message.seq, at: message.sentAt, outcome: { ok: true, messageSeq: message.seq } };
        conversation.receipts.set(event.key, receipt);
        if (reopened) chat.change(conversation, { owner: 'bot', agent: null });
        if (conversation.snapshot.owner === 'bot') options.bot?.(chat, conversation, message);
        return receipt;
      },
      async markMessages(key, { delivered = 0, read = 0 }) {
        const { snapshot } = byKey(key);
        snapshot.delivered = Math.max(snapshot.delivered, delivered, read);
        snapshot.read = Math.max(snapshot.read, read);
        publish({ workspaceId: key.workspaceId, kind: 'receipts', conversationId: key.conversationId, delivered: snapshot.delivered, read: snapshot.read });
      },
    },
    ...options.deps,
  });

  const server = createServer((request, response) => {
    void handler(request, response).then((handled) => {
      if (handled) return;
      if (options.fallback) options.fallback(request, response);
      else response.writeHead(418).end();
    });
  });
  await listen(server, options.port ?? 0);

  const chat: MemoryChat = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hub,
    handler,
    conversations,
    errors,
    say(conversation, author, text, more = {}) {
      const seq = conversation.messages.length + 1;
      const message: StoredMessage = {
        seq, id: `m${seq}`, author, authorId: null, language: conversation.language, parts: [{ kind: 'text', text }], caseNumber: 1, epoch: 0, sentAt: Date.now(), ...more,
      };
      conversation.messages.push(message);
      publish({ workspaceId: WORKSPACE, kind: 'message', conversationId: conversation.key.conversationId, message });
      return message;
    },
    change(conversation, snapshot) {
      Object.assign(conversation.snapshot, snapshot);
      publish({ workspaceId: WORKSPACE, kind: 'conversation', conversationId: conversation.key.conversationId });
    },
    typing(conversation, active) {
      hub.publish(`conversation:${conversation.key.conversationId}`, { kind: 'typing', conversationId: conversation.key.conversationId, from: 'agent', active });
    },
    cut: () => server.closeAllConnections(),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return chat;

  function publish(event: Committed & { conversationId: string }): void {
    hub.publish(`conversation:${event.conversationId}`, event);
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
