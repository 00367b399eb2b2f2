import { create } from 'zustand';

/** A customer who closed her laptop never says that she stopped: after this, she has. */
const EXPIRES_MS = 8_000;

interface TypingStore {
  typing: Record<string, boolean>;
  set(conversationId: string, active: boolean): void;
}

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Which customers are typing. */
export const useTypingStore = create<TypingStore>()((set) => ({
  typing: {},
  set: (conversationId, active) => {
    clearTimeout(timers.get(conversationId));
    timers.delete(conversationId);
    const say = (value: boolean): void => set((state) => ({ typing: { ...state.typing, [conversationId]: value } }));
    if (active) timers.set(conversationId, setTimeout(() => say(false), EXPIRES_MS));
    say(active);
  },
}));
