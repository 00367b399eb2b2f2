import { clipSelection } from './clip-selection';
import type { EditorStore } from './editor-store';
import { CARD, GRID } from './free-position';
import { pasteSteps } from './paste-steps';

/** Copies the selected steps with the links between them below themselves, and selects the copies. */
export function duplicateSteps(store: EditorStore): boolean {
  const clip = clipSelection(store.getState());
  if (!clip) return false;
  const left = Math.min(...clip.nodes.map(({ position }) => position.x));
  const bottom = Math.max(...clip.nodes.map(({ position }) => position.y));
  return pasteSteps(store, clip, { x: left, y: bottom + CARD.height + GRID * 2 });
}
