import type { StoredMessage } from '@/lib/runtime/runtime-types';

/** The text of Message.content. {@link storedMessage} reads it back. */
export function messageContent({ language, parts, options, choice }: StoredMessage): string {
  return JSON.stringify({ language, parts, options, choice });
}
