import type { BrowserContext } from '@playwright/test';

/** Counts what a pointer does on any page of a context, from the first page on: presses, turns of the wheel, drags, touches. */
export async function watchPointer(context: BrowserContext): Promise<() => number> {
  let acts = 0;
  await context.exposeFunction('pointerActed', () => {
    acts += 1;
  });
  await context.addInitScript(() => {
    const told = (): unknown => (globalThis as unknown as { pointerActed(): unknown }).pointerActed();
    for (const type of ['pointerdown', 'mousedown', 'wheel', 'dragstart', 'touchstart']) addEventListener(type, told, { capture: true });
  });
  return () => acts;
}
