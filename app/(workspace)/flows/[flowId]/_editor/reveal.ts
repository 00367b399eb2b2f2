import type { ReactFlowInstance } from '@xyflow/react';
import type { Box } from './route-link';

/** Moves the view over a card, as little as may be: not at all when the whole of it is seen already. */
export function reveal(flow: Pick<ReactFlowInstance, 'getViewport' | 'setCenter'>, { x, y, width, height }: Box): void {
  const pane = document.querySelector('.studio-canvas')?.getBoundingClientRect();
  const view = flow.getViewport();
  const left = x * view.zoom + view.x;
  const top = y * view.zoom + view.y;
  const seen = pane && left >= 0 && top >= 0 && left + width * view.zoom <= pane.width && top + height * view.zoom <= pane.height;
  // Straight there: on a curved way the cards would turn into far ones and back, and lose the keyboard.
  if (!seen) void flow.setCenter(x + width / 2, y + height / 2, { zoom: view.zoom, duration: 240, interpolate: 'linear' });
}
