import type { NodeId } from '@/flows/document/flow-document';

const MOST_FRAMES = 20;

/** Puts the keyboard on a step's card. A card just added takes it only once the canvas has measured and shown it. */
export function focusCard(id: NodeId, frames = MOST_FRAMES): void {
  const card = document.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`);
  card?.focus();
  if (frames === 0 || (card !== null && document.activeElement === card)) return;
  requestAnimationFrame(() => focusCard(id, frames - 1));
}
