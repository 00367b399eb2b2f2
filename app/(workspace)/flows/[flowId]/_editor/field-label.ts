import { nodeTexts } from '@/flows/nodes/texts';

/** The label of a place in a type's data (`options.label`, `priority.high`); the place itself when it has none. */
export function fieldLabel(type: string, path: string, locale: string): string {
  return nodeTexts(type, locale).fields[path]?.label ?? path;
}
