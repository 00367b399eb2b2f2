import { expect, type Locator, type Page } from '@playwright/test';
import type { StepName, StudioHands } from './studio-hands';
import { canvasOf, cardOf, paletteOf, portOf } from './studio-page';

/** Where cards are dropped: a grid on the canvas zoomed out four times that all of them fit on, in pixels. At its edge a drag would move the view. */
const ZOOM = 1.2 ** -4;
const CARD_WIDTH = 224;
const PLACES = { columns: 6, rows: 4, width: 128, height: 168, left: 112, top: 56 };

/** Presses, drags and drops; the keyboard is for text. */
export function mouseHands(page: Page): StudioHands {
  let used = 0;
  return { press, write, choose, pick, switchTo, prepare, add, link, openPublishing };

  async function press(control: Locator): Promise<void> {
    await control.click();
  }

  async function write(field: Locator, text: string): Promise<void> {
    await field.click();
    await field.fill(text);
  }

  async function choose(box: Locator, option: string): Promise<void> {
    if ((await box.textContent()) === option) return;
    await box.click();
    await page.getByRole('option', { name: option, exact: true }).click();
    await expect(box).toHaveText(option);
  }

  async function pick(button: Locator, entry: string): Promise<void> {
    await button.click();
    await page.getByRole('menuitem', { name: entry, exact: true }).click();
  }

  async function switchTo(group: Locator, option: RegExp): Promise<void> {
    await group.getByRole('radio', { name: option }).click();
  }

  async function prepare(start: StepName): Promise<void> {
    for (const share of ['83%', '69%', '58%', '48%']) {
      await canvasOf(page).getByRole('button', { name: 'Zoom out' }).click();
      await expect(canvasOf(page).getByText(share)).toBeVisible();
    }
    const { x, y } = await nextPlace();
    const card = cardOf(page, start);
    const { width } = await boxOf(card);
    // Its left edge where those of the cards below it will be.
    await drag(await pointOf(card, 0.4, 0.5), { x: x - (CARD_WIDTH / 2) * ZOOM + 0.4 * width, y });
    // It snaps to the grid.
    await expect.poll(async () => Math.abs((await pointOf(card, 0.4, 0.5)).y - y)).toBeLessThan(8);
  }

  async function add(kind: string): Promise<void> {
    const canvas = await boxOf(canvasOf(page));
    const { x, y } = await nextPlace();
    await paletteOf(page).getByRole('button', { name: kind, exact: true }).dragTo(canvasOf(page), { targetPosition: { x: x - canvas.x, y: y - canvas.y } });
  }

  async function link(from: StepName, port: string, to: StepName): Promise<void> {
    const row = portOf(page, from, port);
    const handle = (await row.count()) > 0 ? row : cardOf(page, from);
    await drag(await pointOf(handle, 1, 0.5), await pointOf(cardOf(page, to), 0, 0, 18 * ZOOM));
    if (handle === row) await expect(row).toHaveAccessibleName(new RegExp(`leads to ${to.title.replace(/[?.()]/g, '\\$&')}$`));
  }

  async function openPublishing(): Promise<void> {
    await page.getByRole('button', { name: 'Publish…' }).click();
  }

  async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    // The canvas takes hold where the first small movement ends.
    await page.mouse.move(from.x + 2, from.y + 2);
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 2 });
    await page.mouse.move(to.x, to.y, { steps: 2 });
    await page.mouse.up();
  }

  /** Left to right, then down; the lower left corner belongs to the overview. */
  async function nextPlace(): Promise<{ x: number; y: number }> {
    const canvas = await boxOf(canvasOf(page));
    const row = Math.floor(used / PLACES.columns);
    const column = used % PLACES.columns;
    used += row === PLACES.rows - 2 && column === PLACES.columns - 1 ? 3 : 1;
    if (row >= PLACES.rows) throw new Error('no room left on the canvas');
    return { x: canvas.x + PLACES.left + column * PLACES.width, y: canvas.y + PLACES.top + row * PLACES.height };
  }
}

async function pointOf(thing: Locator, across: number, down: number, below = 0): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await boxOf(thing);
  return { x: x + width * across, y: y + height * down + below };
}

async function boxOf(thing: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await thing.boundingBox();
  if (!box) throw new Error('it is not to be seen');
  return box;
}
