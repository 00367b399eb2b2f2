/** Whether a key press belongs to something the person writes in or chooses from, or to a dialog. */
export function inField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="listbox"], [role="menu"]') !== null;
}
