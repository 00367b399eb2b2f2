import type { Instant } from './view-models';

/** Says again that somebody types, at most this often. */
const REPEAT_MS = 3_000;

export interface TypingState {
  active: boolean;
  /** When the last signal left. */
  at: Instant;
}

export const SILENT: TypingState = { active: false, at: 0 };

/** The signal to send when the text changes, or null when the other side already knows. */
export function typingSignal(state: TypingState, typing: boolean, now: Instant): boolean | null {
  if (typing) return !state.active || now - state.at >= REPEAT_MS ? true : null;
  return state.active ? false : null;
}
