/** Enter sends, Shift + Enter makes a new line; while an input method composes a character, Enter belongs to it. */
export function sendKey(event: { key: string; shiftKey: boolean; altKey: boolean; isComposing: boolean }): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.isComposing;
}
