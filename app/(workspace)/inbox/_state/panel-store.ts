import { create } from 'zustand';
import type { ComposerMode } from './draft-store';

interface PanelStore {
  /** The person panel as a drawer or sheet; beside the thread it is always open. */
  person: boolean;
  closing: boolean;
  /** Rises each time a key asks for the composer. */
  focus: { mode: ComposerMode; count: number };
  setPerson(open: boolean): void;
  setClosing(open: boolean): void;
  focusComposer(mode: ComposerMode): void;
}

/** What is open in the conversation pane, for keys and buttons alike. */
export const usePanelStore = create<PanelStore>()((set) => ({
  person: false,
  closing: false,
  focus: { mode: 'reply', count: 0 },
  setPerson: (person) => set({ person }),
  setClosing: (closing) => set({ closing }),
  focusComposer: (mode) => set((state) => ({ focus: { mode, count: state.focus.count + 1 } })),
}));
