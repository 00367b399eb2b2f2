const KEY = 'relais-single-keys';

/**
 * Whether single letters are shortcuts in this browser; they are unless the person turned them off
 * (WCAG 2.1.4: speech input and slips of the hand must not press them).
 */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Turns single-letter shortcuts on or off in this browser. */
export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing keeps the shortcuts as they are.
  }
}
