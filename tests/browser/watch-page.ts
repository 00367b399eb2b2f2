import type { Page } from '@playwright/test';

/** Notes everything that a page does when a text on it was executed: dialogs, errors, requests to elsewhere, new pages. */
export function watchPage(page: Page, origins: readonly string[]): string[] {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
  page.on('popup', (popup) => seen.push(`popup: ${popup.url()}`));
  page.on('framenavigated', (frame) => {
    if (frame.parentFrame() !== null) seen.push(`frame: ${frame.url()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!origins.includes(new URL(url).origin) && !url.startsWith('data:image/svg') && !url.startsWith('blob:')) seen.push(`request: ${url}`);
  });
  return seen;
}
