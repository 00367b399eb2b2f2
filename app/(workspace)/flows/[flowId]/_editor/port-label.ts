import { pickText, type Locale } from '@/flows/document/localized-text';
import type { Port } from '@/flows/nodes/define-node';
import { nodeTexts } from '@/flows/nodes/texts';

/** What stands beside a way out: the author's words in the canvas language, or the type's own in the interface's. */
export function portLabel(port: Port, type: string, canvas: { language: Locale; languages: readonly Locale[] }, interfaceLocale: Locale): string {
  if ('text' in port.label) return pickText(port.label.text, canvas.language, canvas.languages);
  return nodeTexts(type, interfaceLocale).ports[port.label.key] ?? port.label.key;
}
