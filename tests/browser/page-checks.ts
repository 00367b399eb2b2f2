import { readdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { focusFaults } from './checks/focus-faults';
import { foreignTexts } from './checks/foreign-texts';
import { layoutFaults } from './checks/layout-faults';
import { shownTexts } from './checks/shown-texts';

const NAMESPACES = readdirSync('lib/i18n/messages/en').map((file) => file.replace('.json', '')).join('|');
const KEY = new RegExp(`\\b(?:${NAMESPACES})\\.[a-z][A-Za-z-]*(?:\\.[A-Za-z-]+)*\\b`, 'g');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What every page must hold, whatever is on it; `where` names the page and its state. Goes on after a fault. */
export async function checkPage(page: Page, language: string, where = page.url()): Promise<void> {
  expect.soft(await pageFaults(page, language), where).toEqual([]);
}

/** Everything wrong with the page as it stands, each with the element at fault. Focus is walked last and then taken off. */
export async function pageFaults(page: Page, language: string): Promise<string[]> {
  const faults = [...(await page.evaluate(layoutFaults)), ...(await wordFaults(page, language)), ...(await headingFaults(page)), ...(await axeFaults(page))];
  // From here on focus counts as the keyboard's.
  await page.keyboard.press('Shift');
  return [...faults, ...(await page.evaluate(focusFaults))];
}

async function wordFaults(page: Page, language: string): Promise<string[]> {
  const texts = await page.evaluate(shownTexts);
  const foreign = foreignTexts(language);
  const declared = await page.evaluate(() => document.documentElement.lang);
  return [
    ...(declared === language ? [] : [`the page says it is in ${declared}, not ${language}`]),
    ...texts.flatMap(({ text }) => [...text.matchAll(KEY)].filter(([key]) => !key.endsWith('.js')).map(([key]) => `key in place of a text: ${key}`)),
    ...texts.filter(({ text, language: said }) => said === language && foreign.has(text)).map(({ text }) => `not in ${language}: ${text}`),
  ];
}

async function headingFaults(page: Page): Promise<string[]> {
  const count = await page.evaluate(() => [...document.querySelectorAll('h1')].filter((heading) => heading.checkVisibility()).length);
  return count === 1 ? [] : [`${count} headings of the first rank`];
}

async function axeFaults(page: Page): Promise<string[]> {
  // Nothing here stands in a frame: the simple mode is enough and spares a second page for each run.
  // A step that was not reached is faint on purpose, and plain as soon as it has the focus; the trace tells the way in words.
  const { violations } = await new AxeBuilder({ page }).exclude('.studio-step.is-unreached').withTags(TAGS).setLegacyMode(true).options({ resultTypes: ['violations'] }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `axe ${id}: ${node.target.join(' ')} ${node.any.map((check) => check.message).join('; ')}`));
}
