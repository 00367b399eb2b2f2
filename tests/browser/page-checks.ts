import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What every page must hold, whatever is on it. Each check names the elements at fault. */
export async function checkPage(page: Page, language: string): Promise<void> {
  expect.soft(await page.evaluate(() => document.documentElement.lang), 'language of the page').toBe(language);
  expect.soft(await overflowing(page), 'nothing wider than the window').toEqual([]);
  expect.soft(await clipped(page), 'no text cut off').toEqual([]);
  expect.soft(await untranslated(page), 'no message key in place of a text').toEqual([]);
  expect.soft(await withoutFocusRing(page), 'focus is visible everywhere').toEqual([]);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  const findings = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any.map((check) => check.message).join('; ')}`));
  expect.soft(findings, 'axe finds nothing serious').toEqual([]);
}

async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth <= window.innerWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').slice(0, 30)}`);
  });
}

/** Text hidden by its own box, unless the box says so with an ellipsis or a line clamp. */
async function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
      if (!own || element.closest('.sr-only, [aria-hidden="true"], .react-flow__viewport, svg')) continue;
      const style = getComputedStyle(element);
      const hides = (value: string): boolean => value === 'hidden' || value === 'clip';
      const announced = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      const wide = hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      const tall = hides(style.overflowY) && element.scrollHeight > element.clientHeight + 2;
      if (!announced && element.clientWidth > 1 && (wide || tall)) faults.push(`${element.tagName.toLowerCase()}: ${(element.textContent ?? '').trim().slice(0, 40)}`);
    }
    return faults;
  });
}

async function untranslated(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => document.body.innerText);
  const namespaces = 'common|shell|signIn|flows|studio|inbox|errors|trace|widget|runtime';
  return [...text.matchAll(new RegExp(`\\b(?:${namespaces})\\.[a-z][A-Za-z-]*(?:\\.[A-Za-z-]+)*\\b`, 'g'))].map(([key]) => key);
}

/** Walks through the page with Tab; each stop must look different from its unfocused self. */
async function withoutFocusRing(page: Page): Promise<string[]> {
  const faults = new Set<string>();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return 'end';
      if (element.dataset.focusChecked !== undefined) return 'end';
      element.dataset.focusChecked = '';
      const look = (target: Element): string => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(target);
        return [outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`, boxShadow, borderColor].join('|');
      };
      // The ring may stand on the control or on the frame around it.
      const frame = [element, element.parentElement, element.parentElement?.parentElement].filter((candidate) => candidate instanceof HTMLElement);
      const focused = frame.map(look);
      const transitions = frame.map((candidate) => candidate.style.transition);
      for (const candidate of frame) candidate.style.transition = 'none';
      element.blur();
      const changed = frame.some((candidate, index) => look(candidate) !== focused[index]);
      frame.forEach((candidate, index) => (candidate.style.transition = transitions[index] ?? ''));
      element.focus();
      return changed ? '' : `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? (element.textContent ?? '').slice(0, 30)}`;
    });
    if (fault === 'end') break;
    if (fault) faults.add(fault);
  }
  return [...faults];
}
