import { clipSteps, type Clip } from '@/flows/document/clip';
import type { EditorState } from './editor-state';
import { variablesNamed } from './variables-named';

/** The selected steps ready to travel; null when nothing is selected. */
export function clipSelection({ document, selection }: Pick<EditorState, 'document' | 'selection'>): Clip | null {
  const nodes = selection.flatMap((id) => document.nodes[id] ?? []);
  return clipSteps(document, selection, variablesNamed(nodes));
}
