import type { FlowNode } from '@/flows/document/flow-document';
import { pickText, type Locale } from '@/flows/document/localized-text';
import { nodeTexts } from '@/flows/nodes/texts';

/** A step's title in the canvas language, or the name of its type when nobody gave it one. */
export function stepTitle(node: FlowNode, language: Locale, languages: readonly Locale[], interfaceLocale: Locale): string {
  return pickText(node.title, language, languages) || nodeTexts(node.type, interfaceLocale).name;
}
