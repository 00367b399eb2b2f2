export type Shortcut = 'next' | 'previous' | 'accept' | 'reply' | 'note' | 'close';

const KEYS: Readonly<Record<string, Shortcut>> = { j: 'next', k: 'previous', a: 'accept', r: 'reply', n: 'note', e: 'close' };

/** What stands under the focus, as far as single letters are concerned. */
export interface FocusPlace {
  tagName: string;
  editable: boolean;
  /** Inside a dialog, a menu or a list that reads letters itself. */
  captured: boolean;
}

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
}

/** The act of a key, or null: single letters count only when no field has the focus. */
export function shortcut(press: KeyPress, focus: FocusPlace | null): Shortcut | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const act = KEYS[press.key.toLowerCase()] ?? null;
  if (act === null || (press.repeat && act !== 'next' && act !== 'previous')) return null;
  if (focus && (focus.editable || focus.captured || ['INPUT', 'TEXTAREA', 'SELECT'].includes(focus.tagName))) return null;
  return act;
}
