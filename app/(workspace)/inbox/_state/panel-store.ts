import { create } from 'zustand';
import type { ComposerMode } from './draft-store';

interface PanelStore {
  /** The person panel as a drawer or sheet; beside the thread it is always open. */
  person: boolean;
  closing: boolean;
  /** A key or an act asks for the composer of a conversation; null once it has answered. */
  focus: { conversationId: string; mode: ComposerMode } | null;
  setPerson(open: boolean): void;
  setClosing(open: boolean): void;
  focusComposer(conversationId: string, mode: ComposerMode): void;
  focused(): void;
}

/** What is open in the conversation pane, for keys and buttons alike. */
export const usePanelStore = create<PanelStore>()((set) => ({
  person: false,
  closing: false,
  focus: null,
  setPerson: (person) => set({ person }),
  setClosing: (closing) => set({ closing }),
  focusComposer: (conversationId, mode) => set({ focus: { conversationId, mode } }),
  focused: () => set({ focus: null }),
}));
