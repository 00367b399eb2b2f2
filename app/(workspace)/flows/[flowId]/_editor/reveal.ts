import type { ReactFlowInstance, Viewport } from '@xyflow/react';
import type { Box } from './route-link';

const GLIDE_MS = 240;

/** Where the view is on its way to. A page shows one canvas. */
let heading: Viewport | null = null;

/**
 * Moves the view over a card, as little as may be: not at all when the whole of it is seen already. While the view still
 * moves, what counts is what it will show: two cards reached one right after the other must not lose the second.
 */
export function reveal(flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>, { x, y, width, height }: Box): void {
  const pane = document.querySelector('.studio-canvas')?.getBoundingClientRect();
  if (!pane) return;
  const view = heading ?? flow.getViewport();
  const { zoom } = view;
  const left = x * zoom + view.x;
  const top = y * zoom + view.y;
  if (left >= 0 && top >= 0 && left + width * zoom <= pane.width && top + height * zoom <= pane.height) return;
  const there: Viewport = { x: pane.width / 2 - (x + width / 2) * zoom, y: pane.height / 2 - (y + height / 2) * zoom, zoom };
  heading = there;
  setTimeout(() => {
    if (heading === there) heading = null;
  }, GLIDE_MS + 60);
  // Straight there: on a curved way the cards would turn into far ones and back, and lose the keyboard.
  void flow.setViewport(there, { duration: GLIDE_MS, interpolate: 'linear' });
}
