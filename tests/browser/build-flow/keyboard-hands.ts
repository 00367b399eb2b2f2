import { expect, type Locator, type Page } from '@playwright/test';
import type { StepName, StudioHands } from './studio-hands';
import { cardOf, exitOf, formOf, portOf } from './studio-page';

/** More stops than any way from one control of the studio to another. */
const MOST_STOPS = 120;
/** More than the entries of any list. */
const MOST_ENTRIES = 60;
/** So much of each text is typed one key at a time. */
const KEY_BY_KEY = 4;
/** How long a finger rests on a key. */
const HELD_MS = 40;
/** What a list takes to jump to what is typed. */
const JUMP_MS = 500;

/** Keys only: Tab and arrows to get somewhere, the studio's own keys to do things. Nothing is focused but by them. */
export function keyboardHands(page: Page): StudioHands {
  const { keyboard } = page;
  return { press, write, choose, pick, switchTo, prepare, add, link, openPublishing };

  async function press(control: Locator): Promise<void> {
    await reach(control);
    await keyboard.press('Enter');
  }

  async function write(field: Locator, text: string): Promise<void> {
    await reach(field);
    await keyboard.press('Control+A');
    if (text === '') await keyboard.press('Delete');
    await keyboard.type(text.slice(0, KEY_BY_KEY));
    // The rest of a longer text comes at once, as a paste or a dictation does.
    if (text.length > KEY_BY_KEY) await keyboard.insertText(text.slice(KEY_BY_KEY));
  }

  async function choose(box: Locator, option: string): Promise<void> {
    await reach(box);
    if ((await box.textContent()) === option) return;
    await keyboard.press('Enter');
    await enterIn(page.getByRole('listbox'), page.getByRole('option', { name: option, exact: true }), option);
    await expect(box).toHaveText(option);
  }

  async function pick(button: Locator, entry: string): Promise<void> {
    await press(button);
    await enterIn(page.getByRole('menu'), page.getByRole('menuitem', { name: entry, exact: true }), entry);
  }

  async function switchTo(group: Locator, option: RegExp): Promise<void> {
    await reach(group.getByRole('radio', { checked: true }));
    const wanted = group.getByRole('radio', { name: option });
    const [at = 0, to = 0] = await wanted.evaluate((radio) => {
      const all = [...(radio.closest('[role="radiogroup"]')?.querySelectorAll('[role="radio"]') ?? [])];
      return [all.findIndex((each) => each.getAttribute('aria-checked') === 'true'), all.indexOf(radio)];
    });
    for (let steps = 0; steps < Math.abs(to - at); steps += 1) await keyboard.press(to > at ? 'ArrowRight' : 'ArrowLeft', { delay: HELD_MS });
    await expect(wanted).toBeFocused();
    // An arrow let go of at once goes there without choosing.
    if (!(await wanted.isChecked())) await keyboard.press(' ');
    await expect(wanted).toBeChecked();
  }

  async function prepare(start: StepName): Promise<void> {
    await reach(cardOf(page, start));
  }

  /** On the way out that leads there: a slash, what it is, Enter. That links it too. */
  async function add(kind: string, after: StepName, port: string): Promise<void> {
    await selectPort(after, port);
    await keyboard.press('/');
    await expect(page.getByRole('dialog', { name: 'Add a step' }).getByRole('combobox')).toBeFocused();
    await keyboard.type(kind);
    await keyboard.press('Enter');
    await expect(cardOf(page, { title: kind, kind })).toBeFocused();
    await keyboard.press('Enter');
    await expect(formOf(page).getByLabel('Title', { exact: true })).toBeFocused();
  }

  /** C on a way out goes to the list of where it may lead; the next ways out stand under it. */
  async function link(from: StepName, port: string, to: StepName): Promise<void> {
    const exit = exitOf(page, port);
    const shown = (await formOf(page).getByRole('heading', { name: from.title, exact: true }).count()) > 0 && (await exit.count()) > 0;
    if (!shown) {
      await selectPort(from, port);
      await keyboard.press('c');
      await expect(exit).toBeFocused();
    }
    await choose(exit, to.title);
  }

  /** A start has no ways out to go to: its card stands for its only one. */
  async function selectPort(step: StepName, port: string): Promise<void> {
    await select(step);
    const way = portOf(page, step, port);
    if ((await way.count()) > 0) await reach(way);
  }

  async function openPublishing(): Promise<void> {
    await keyboard.press('Control+Enter');
  }

  /** From wherever the keyboard is back to the canvas, then from card to card. */
  async function select(step: StepName): Promise<void> {
    const card = cardOf(page, step);
    if (await formOf(page).locator(':focus').count()) await keyboard.press('Escape');
    await reach(card);
    await expect(card).toBeInViewport();
    await keyboard.press(' ');
    await expect(formOf(page).getByRole('heading', { name: step.title, exact: true })).toBeVisible();
  }

  /** By Tab, forwards or back, as somebody who sees where the control stands. */
  async function reach(control: Locator): Promise<void> {
    const element = await control.elementHandle();
    const ways: string[] = [];
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      const way = await element?.evaluate((wanted) => {
        const at = document.activeElement;
        if (at === wanted) return 'here';
        return at && at.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING ? 'back' : 'on';
      });
      if (way === 'here') return;
      ways.push(way ?? 'gone');
      if (ways.slice(-4).join() === 'on,back,on,back') break;
      await keyboard.press(way === 'back' ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`${control} cannot be reached by Tab (${ways.join(' ')})`);
  }

  /** In an open list: typing jumps to what begins so, arrows go on, Enter takes it. */
  async function enterIn(list: Locator, entry: Locator, text: string): Promise<void> {
    await expect(list).toBeVisible();
    await keyboard.type(text);
    const found = await expect(entry).toBeFocused({ timeout: JUMP_MS }).then(() => true, () => false);
    if (!found) await keyboard.press('Home');
    for (let steps = 0; !found && steps < MOST_ENTRIES && !(await entry.evaluate((each) => each === document.activeElement)); steps += 1) await keyboard.press('ArrowDown');
    await expect(entry).toBeFocused();
    await keyboard.press('Enter');
    await expect(list).toHaveCount(0);
  }
}
