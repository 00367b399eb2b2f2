import { expect, test, type BrowserContext } from '@playwright/test';
import { signInTo } from '../people';
import { startProgram, type Program } from '../program';
import { Canvas, say } from './canvas';

const NODES = [say('one', 308, 0, 'Où est ma réclamation ?'), say('two', 616, 0), say('three', 924, 0)];
const LINKS = ['start.next>one', 'one.next>two'];

test.describe('the studio by keyboard', () => {
  let program: Program;
  let context: BrowserContext;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(240_000);
    program = await startProgram();
    context = await browser.newContext({ locale: 'en', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await (await signInTo(context, program, 'ines')).close();
  });
  test.afterAll(async () => {
    await context.close();
    await program.stop();
  });
  const line = () => Canvas.open(program, context, NODES, LINKS);
  const focused = (canvas: Canvas) => canvas.page.evaluate(() => document.activeElement?.getAttribute('data-step') ?? document.activeElement?.getAttribute('data-port') ?? document.activeElement?.tagName.toLowerCase());

  test('search finds words in every language without their accents, flies there, and goes back', async () => {
    const canvas = await line();
    const { page } = canvas;
    await canvas.click('three');
    await page.keyboard.press('Control+f');
    const search = page.getByRole('dialog');
    await page.keyboard.type('RECLAM');
    await expect(search.getByRole('option')).toHaveCount(2);
    await expect(search.getByRole('option').first().locator('mark')).toHaveText('réclam');
    await expect(search.getByRole('option').first()).toContainText('EN');
    await page.keyboard.press('ArrowDown');
    expect(await canvas.selected()).toEqual(['one']);
    await page.keyboard.press('Escape');
    await expect(search).toHaveCount(0);
    expect(await canvas.selected()).toEqual(['three']);
    expect(await focused(canvas)).toBe('three');

    await page.keyboard.press('Control+f');
    await page.keyboard.type('reclam');
    await expect(search.getByRole('option')).toHaveCount(2);
    await page.keyboard.press('Enter');
    await expect(search).toHaveCount(0);
    expect(await canvas.selected()).toEqual(['one']);
    expect(await focused(canvas)).toBe('one');
    await page.close();
  });

  test('a slash adds a step after the selected one and links it, as one act', async () => {
    const canvas = await line();
    const { page } = canvas;
    await canvas.click('two');
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog', { name: 'Add a step' })).toContainText('Follows “two”');
    await page.keyboard.type('hand');
    await page.keyboard.press('Enter');
    await expect(canvas.cards).toHaveCount(5);
    await expect(canvas.links).toHaveCount(3);
    const [id = ''] = await canvas.selected();
    expect(id).toMatch(/^hand-over-/);
    await expect.poll(() => focused(canvas)).toBe(id);
    await canvas.undo();
    await expect(canvas.cards).toHaveCount(4);
    await expect(canvas.links).toHaveCount(2);
    await page.close();
  });

  test('a link let go over nothing asks which step it shall lead to', async () => {
    const canvas = await line();
    const { page } = canvas;
    const handle = page.locator('.react-flow__handle[data-nodeid="two"][data-handleid="next"]');
    const from = await handle.boundingBox();
    if (!from) throw new Error('no handle');
    await page.mouse.move(from.x + 4, from.y + 4);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 160, { steps: 8 });
    await page.mouse.up();
    await expect(page.getByRole('dialog', { name: 'Add a step' })).toBeVisible();
    await page.keyboard.type('clos');
    await page.keyboard.press('Enter');
    await expect(canvas.links).toHaveCount(3);
    const [id = ''] = await canvas.selected();
    const box = await canvas.card(id).boundingBox();
    expect(Math.abs((box?.y ?? 0) - (from.y + 160))).toBeLessThan(40);
    await page.close();
  });

  test('every key of the canvas does what the sheet says', async () => {
    const canvas = await line();
    const { page } = canvas;
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet.getByText('Search the flow')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);

    await test.step('arrows, Tab, Space, Enter, Escape', async () => {
      await canvas.click('one');
      await page.keyboard.press('ArrowRight');
      expect(await focused(canvas)).toBe('two');
      await page.keyboard.press('ArrowLeft');
      expect(await focused(canvas)).toBe('one');
      await page.keyboard.press('Tab');
      expect(await focused(canvas)).toBe('next');
      await page.keyboard.press('Escape');
      expect(await canvas.selected()).toEqual([]);
      await canvas.card('three').focus();
      await page.keyboard.press('Space');
      expect(await canvas.selected()).toEqual(['three']);
      await page.keyboard.press('Enter');
      await expect(canvas.inspector.getByLabel('Title')).toBeFocused();
      await page.keyboard.press('Escape');
      expect(await focused(canvas)).toBe('three');
    });
    await test.step('C links a port', async () => {
      await page.keyboard.press('c');
      await expect(canvas.inspector.getByRole('combobox')).toBeFocused();
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: 'one' }).press('Enter');
      await expect(canvas.links).toHaveCount(3);
      await canvas.undo();
      await expect(canvas.links).toHaveCount(2);
    });
    await test.step('F8 and Shift F8 go through the problems', async () => {
      await page.keyboard.press('Escape');
      await canvas.card('three').focus();
      const visited: string[] = [];
      for (const key of ['F8', 'F8', 'Shift+F8']) {
        await page.keyboard.press(key);
        await expect.poll(() => focused(canvas)).not.toBe(visited.at(-1));
        visited.push((await focused(canvas)) ?? '');
      }
      expect(visited[2]).toBe(visited[0]);
    });
    await test.step('1, 2, 0, + and − look', async () => {
      const zoom = async () => Number.parseInt((await page.locator('.react-flow__panel .tabular').textContent()) ?? '', 10);
      await page.keyboard.press('0');
      await expect.poll(zoom).toBe(100);
      await page.keyboard.press('-');
      await expect.poll(zoom).toBeLessThan(100);
      const small = await zoom();
      await page.keyboard.press('+');
      await expect.poll(zoom).toBeGreaterThan(small);
      await page.keyboard.press('2');
      await page.keyboard.press('1');
      await expect(canvas.card('three')).toBeInViewport();
    });
    await test.step('Ctrl Y does again, Ctrl K finds an act, Ctrl Enter publishes', async () => {
      await canvas.click('two');
      await page.keyboard.press('Control+d');
      await expect(canvas.cards).toHaveCount(5);
      await canvas.undo();
      await page.keyboard.press('Control+y');
      await expect(canvas.cards).toHaveCount(5);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('undo');
      await page.keyboard.press('Enter');
      await expect(canvas.cards).toHaveCount(4);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('dialog', { name: /^Publish version/ })).toBeVisible();
      await page.keyboard.press('Escape');
    });
    await page.close();
  });

  test('a text completes variables and filters, a condition its names; what is wrong is underlined', async () => {
    const canvas = await line();
    const { page } = canvas;
    await canvas.click('two');
    const text = canvas.inspector.getByRole('textbox', { name: /^Message/ }).first();
    await text.fill('Hello ');
    await text.press('End');
    await text.pressSequentially('{{con');
    await expect(page.getByRole('option')).toHaveCount(3);
    await text.press('ArrowDown');
    await text.press('Enter');
    await expect(text).toHaveValue('Hello {{ contact.email }}');
    await text.press('End');
    for (let step = 0; step < 3; step += 1) await text.press('ArrowLeft');
    await text.pressSequentially(' | upc');
    await text.press('Tab');
    await expect(text).toHaveValue('Hello {{ contact.email | upcase }}');

    await canvas.click('three');
    await page.keyboard.press('/');
    await page.keyboard.type('cond');
    await page.keyboard.press('Enter');
    await canvas.inspector.getByRole('switch').first().click();
    const expression = canvas.inspector.getByRole('textbox', { name: /Expression|Formula|Condition/ }).last();
    await expression.fill('');
    await expression.pressSequentially('cont');
    await expression.press('Enter');
    await expect(expression).toHaveValue('contact.name');
    await expression.pressSequentially('.sta');
    await expression.press('Enter');
    await expect(expression).toHaveValue('contact.name.startsWith()');
    await expression.pressSequentially('"A"');
    await expect(expression).toHaveValue('contact.name.startsWith("A")');
    await expression.fill('contact.name == "A" && ordr > 3');
    await expression.press('Escape');
    await expect(canvas.inspector.locator('[data-fault]')).toHaveText('ordr');
    await expect(canvas.inspector.getByText('There is no variable “ordr”.')).toBeVisible();
    await page.close();
  });

  test('languages stand side by side, with how many texts each lacks; help opens beside the step', async () => {
    const canvas = await line();
    const { page } = canvas;
    await canvas.click('two');
    await canvas.inspector.getByRole('button', { name: 'Languages side by side' }).click();
    await canvas.inspector.getByRole('textbox', { name: 'Message · Français' }).fill('');
    await canvas.inspector.getByRole('textbox', { name: 'Message · English' }).fill('Only here');
    await expect(canvas.inspector.getByRole('img', { name: '1 text missing' })).toBeVisible();
    await canvas.inspector.getByRole('button', { name: 'Help on “Message”' }).click();
    await expect(canvas.inspector.getByRole('heading', { name: 'Ways out' })).toBeVisible();
    await canvas.inspector.getByRole('button', { name: 'Back to the step' }).click();
    await expect(canvas.inspector.getByRole('textbox', { name: 'Message · English' })).toHaveValue('Only here');
    await page.close();
  });
});
