import type { Locator, Page } from '@playwright/test';
import type { StepName } from './studio-hands';

/** The studio's parts, as somebody who cannot see them would name them. */
export const canvasOf = (page: Page): Locator => page.getByRole('application', { name: 'Canvas' });
export const formOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Step' });
export const paletteOf = (page: Page): Locator => page.getByRole('navigation', { name: 'Steps' });

export function cardOf(page: Page, { title, kind }: StepName): Locator {
  return canvasOf(page).getByRole('group', { name: startingWith(`${title}, ${kind}, `) });
}

/** A way out on a card. Silence says its time after its name. */
export function portOf(page: Page, step: StepName, port: string): Locator {
  return cardOf(page, step).getByRole('button', { name: new RegExp(`^Port ${escaped(port)}( · [^,]+)?, (not linked|leads to )`) });
}

/** The same way out in the form, a list of the steps it may lead to. */
export function exitOf(page: Page, port: string): Locator {
  return formOf(page).getByRole('combobox', { name: new RegExp(`^${escaped(port)}( · [^,]+)?$`) });
}

/** The selected step's id, which the address names. */
export function selectedId(page: Page): string {
  return new URL(page.url()).searchParams.get('step') ?? '';
}

export function startingWith(text: string): RegExp {
  return new RegExp(`^${escaped(text)}`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
