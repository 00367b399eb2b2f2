import { create } from 'zustand';

export type ComposerMode = 'reply' | 'note';

export interface Draft {
  mode: ComposerMode;
  reply: string;
  note: string;
}

const EMPTY: Draft = { mode: 'reply', reply: '', note: '' };

interface DraftStore {
  byConversation: Record<string, Draft>;
  write(conversationId: string, change: Partial<Draft>): void;
}

/** What was begun in each conversation and not sent: it is there again when one comes back. */
export const useDraftStore = create<DraftStore>()((set) => ({
  byConversation: {},
  write: (conversationId, change) =>
    set((state) => ({
      byConversation: { ...state.byConversation, [conversationId]: { ...(state.byConversation[conversationId] ?? EMPTY), ...change } },
    })),
}));

/** The draft of one conversation; an empty reply where nothing was begun. */
export function useDraft(conversationId: string): Draft {
  return useDraftStore((state) => state.byConversation[conversationId]) ?? EMPTY;
}
