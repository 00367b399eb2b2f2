import type { ConversationKey } from '../runtime-types';

/** Remembered at most; whoever was told longest ago is forgotten first. */
const MOST = 20_000;

/** Who was refused, and until when they were asked to stay away. Moments in milliseconds of one clock. */
export interface ToldToWait {
  tell(key: ConversationKey, until: number): void;
  /** Asks again before that: of those who do not wait there may be thousands, each with one thing at a time. */
  isEarly(key: ConversationKey, now: number): boolean;
  forget(key: ConversationKey): void;
}

export function createToldToWait(most = MOST): ToldToWait {
  const told = new Map<string, number>();
  const nameOf = ({ workspaceId, conversationId }: ConversationKey): string => `${workspaceId} ${conversationId}`;
  return {
    tell(key, until) {
      const name = nameOf(key);
      told.delete(name);
      told.set(name, until);
      if (told.size > most) told.delete(told.keys().next().value ?? '');
    },
    isEarly: (key, now) => (told.get(nameOf(key)) ?? 0) > now,
    forget: (key) => void told.delete(nameOf(key)),
  };
}
