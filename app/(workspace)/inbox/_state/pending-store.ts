import { create } from 'zustand';
import type { PendingMessage } from '../_logic/pending-message';

interface PendingStore {
  byConversation: Record<string, PendingMessage[]>;
  add(conversationId: string, message: PendingMessage): void;
  patch(conversationId: string, key: string, change: Partial<PendingMessage>): void;
  /** Keeps only these: the others stand in the thread now, or were given up. */
  keep(conversationId: string, keys: readonly string[]): void;
}

/** Messages on their way, of every conversation: they outlive the thread that wrote them. */
export const usePendingStore = create<PendingStore>()((set) => ({
  byConversation: {},
  add: (conversationId, message) =>
    set((state) => ({ byConversation: { ...state.byConversation, [conversationId]: [...(state.byConversation[conversationId] ?? []), message] } })),
  patch: (conversationId, key, change) =>
    set((state) => ({
      byConversation: {
        ...state.byConversation,
        [conversationId]: (state.byConversation[conversationId] ?? []).map((message) => (message.key === key ? { ...message, ...change } : message)),
      },
    })),
  keep: (conversationId, keys) =>
    set((state) => ({
      byConversation: {
        ...state.byConversation,
        [conversationId]: (state.byConversation[conversationId] ?? []).filter((message) => keys.includes(message.key)),
      },
    })),
}));
