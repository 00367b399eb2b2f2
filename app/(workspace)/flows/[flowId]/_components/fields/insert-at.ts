/**
 * The text with the placeholder in the place of what is selected in its field, or where its caret stands; and puts the
 * caret behind it, once the field shows the new text.
 */
export function insertAt(fieldId: string, text: string, placeholder: string): string {
  const area = document.getElementById(fieldId);
  const [from, to] = area instanceof HTMLTextAreaElement || area instanceof HTMLInputElement ? [area.selectionStart ?? text.length, area.selectionEnd ?? text.length] : [text.length, text.length];
  const caret = from + placeholder.length;
  // The menu gives the keyboard back to its button first.
  setTimeout(() => {
    if (!(area instanceof HTMLTextAreaElement || area instanceof HTMLInputElement)) return;
    area.focus();
    area.setSelectionRange(caret, caret);
  }, 0);
  return text.slice(0, from) + placeholder + text.slice(to);
}
