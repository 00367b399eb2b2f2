/** The text with the placeholder where the caret of its field stands. */
export function insertAt(fieldId: string, text: string, placeholder: string): string {
  const area = document.getElementById(fieldId);
  const at = area instanceof HTMLTextAreaElement ? area.selectionStart : text.length;
  return text.slice(0, at) + placeholder + text.slice(at);
}
