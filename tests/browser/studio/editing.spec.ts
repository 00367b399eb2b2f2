import { expect, test, type BrowserContext } from '@playwright/test';
import { signInTo } from '../people';
import { startProgram, type Program } from '../program';
import { Canvas, say } from './canvas';

const LINE = { nodes: [say('one', 308, 0), say('two', 616, 0), say('three', 924, 0)], links: ['start.next>one', 'one.next>two', 'two.next>three'] };

test.describe('several steps at once', () => {
  let program: Program;
  let context: BrowserContext;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(240_000);
    program = await startProgram();
    context = await browser.newContext({ locale: 'en', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
    await (await signInTo(context, program, 'ines')).close();
  });
  test.afterAll(async () => {
    await context.close();
    await program.stop();
  });
  const line = () => Canvas.open(program, context, LINE.nodes, LINE.links);

  test('are chosen by Shift and a click, by a frame, by Shift and arrows, all by Ctrl A', async () => {
    const canvas = await line();
    const { page } = canvas;
    await canvas.click('one');
    await canvas.click('three', ['Shift']);
    expect(await canvas.selected()).toEqual(['one', 'three']);
    await expect(canvas.inspector.getByRole('heading', { name: '2 steps' })).toBeVisible();
    await canvas.click('one', ['Shift']);
    expect(await canvas.selected()).toEqual(['three']);

    const [first, last] = await Promise.all([canvas.card('one').boundingBox(), canvas.card('two').boundingBox()]);
    if (!first || !last) throw new Error('no cards');
    await page.keyboard.down('Shift');
    await page.mouse.move(first.x - 12, first.y - 12);
    await page.mouse.down();
    await page.mouse.move(last.x + 30, last.y + 30, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    expect(await canvas.selected()).toEqual(['one', 'two']);

    await page.keyboard.press('Escape');
    expect(await canvas.selected()).toEqual([]);
    await canvas.click('one');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await canvas.selected()).toEqual(['one', 'three', 'two']);
    await page.keyboard.press('Shift+Space');
    expect(await canvas.selected()).toEqual(['one', 'two']);
    await page.keyboard.press('Control+a');
    await expect(canvas.inspector.getByRole('heading', { name: '4 steps' })).toBeVisible();
    await page.close();
  });

  test('move together by mouse and by keyboard, each as one act', async () => {
    const canvas = await line();
    const { page } = canvas;
    const before = await canvas.places();
    await canvas.click('one');
    await canvas.click('two', ['Shift']);
    const box = await canvas.card('two').boundingBox();
    if (!box) throw new Error('no card');
    await page.mouse.move(box.x + 60, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 150, { steps: 6 });
    await page.mouse.up();
    const after = await canvas.places();
    expect(after['one']).not.toBe(before['one']);
    expect(after['two']).not.toBe(before['two']);
    expect(after['three']).toBe(before['three']);
    await canvas.undo();
    expect(await canvas.places()).toEqual(before);

    await canvas.card('one').focus();
    await page.keyboard.press('Alt+ArrowDown');
    const moved = await canvas.places();
    expect(moved['one']).toBe('translate(308px, 14px)');
    expect(moved['two']).toBe('translate(616px, 14px)');
    await canvas.undo();
    expect(await canvas.places()).toEqual(before);
    await page.close();
  });

  test('align and tidy up, and go back in one step', async () => {
    const canvas = await Canvas.open(program, context, [say('one', 308, 0), say('two', 616, 140), say('three', 924, 70)], LINE.links);
    const { page } = canvas;
    const before = await canvas.places();
    await page.locator('body').press('Control+a');
    await canvas.inspector.getByRole('button', { name: 'Align top edges' }).click();
    expect(new Set(Object.values(await canvas.places()).map((place) => place.split(',')[1]))).toEqual(new Set([' 0px)']));
    await canvas.undo();
    expect(await canvas.places()).toEqual(before);

    await canvas.inspector.getByRole('button', { name: 'Tidy up' }).click();
    await expect.poll(async () => (await canvas.places())['two']).not.toBe(before['two']);
    const tidy = await canvas.places();
    expect(tidy['one']?.split(',')[1]).toBe(tidy['three']?.split(',')[1]);
    await canvas.undo();
    expect(await canvas.places()).toEqual(before);
    await page.close();
  });

  test('delete heals the line, undo brings it back', async () => {
    const canvas = await line();
    const { page } = canvas;
    await canvas.click('one');
    await canvas.click('two', ['Shift']);
    await page.keyboard.press('Delete');
    await expect(canvas.cards).toHaveCount(2);
    await expect(canvas.links).toHaveCount(1);
    await canvas.undo();
    await expect(canvas.cards).toHaveCount(4);
    await expect(canvas.links).toHaveCount(3);
    await page.close();
  });

  test('copy, cut and duplicate within a flow and into another tab; a paste of anything else is nothing', async () => {
    const canvas = await line();
    const { page } = canvas;
    await canvas.click('one');
    await canvas.click('two', ['Shift']);
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await expect(canvas.cards).toHaveCount(6);
    await expect(canvas.links).toHaveCount(4);
    expect((await canvas.selected()).every((id) => id.startsWith('message-'))).toBe(true);

    const other = await Canvas.open(program, context);
    await other.page.locator('.react-flow__pane').hover({ position: { x: 400, y: 300 } });
    await other.page.keyboard.press('Control+v');
    await expect(other.cards).toHaveCount(3);
    await expect(other.links).toHaveCount(1);
    await other.page.evaluate(() => navigator.clipboard.writeText('{"nodes": "not ours"}'));
    await other.page.keyboard.press('Control+v');
    await other.saved();
    await expect(other.cards).toHaveCount(3);
    await other.page.reload();
    await expect(other.cards).toHaveCount(3);
    await other.page.close();

    await page.bringToFront();
    await page.keyboard.press('Control+d');
    await expect(canvas.cards).toHaveCount(8);
    await page.keyboard.press('Control+x');
    await expect(canvas.cards).toHaveCount(6);
    for (let step = 0; step < 3; step += 1) await canvas.undo();
    await expect(canvas.cards).toHaveCount(4);
    // Text in a field is copied as text.
    await canvas.click('three');
    const title = canvas.inspector.getByLabel('Title');
    await title.press('Control+a');
    await title.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('three');
    await page.close();
  });

  test('stay fluid with three hundred: a selection draws no other card again', async () => {
    test.setTimeout(180_000);
    const nodes = Array.from({ length: 300 }, (_, index) => say(`n${index}`, (index % 20) * 308, Math.floor(index / 20) * 224));
    const links = nodes.slice(1).map((_, index) => `n${index}.next>n${index + 1}`);
    const canvas = await Canvas.open(program, context, nodes, ['start.next>n0', ...links]);
    await canvas.page.keyboard.press('1');
    // What React changes in the page: the cards chosen and let go, and the links out of them; nothing grows with the flow.
    const changed = await canvas.page.evaluate(async () => {
      const seen = new Set<string>();
      const watcher = new MutationObserver((records) => {
        for (const { target } of records) {
          const of = (target as Element).closest?.('.react-flow__node, .react-flow__edge');
          if (of) seen.add(of.getAttribute('data-id') ?? '');
        }
      });
      const pane = document.querySelector('.react-flow__viewport');
      if (!pane) return [];
      // The view has come to rest, and what was drawn for it, before anything counts.
      await new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, 600);
        const rest = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(() => {
            rest.disconnect();
            resolve();
          }, 600);
        });
        rest.observe(pane, { attributes: true, childList: true, subtree: true });
      });
      watcher.observe(pane, { attributes: true, childList: true, characterData: true, subtree: true });
      for (const id of ['n5', 'n6', 'n7']) {
        (document.querySelector(`[data-step="${id}"]`) as HTMLElement).dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }
      watcher.disconnect();
      return [...seen].sort();
    });
    expect(await canvas.selected()).toEqual(['n7']);
    expect(changed).toEqual(['n5', 'n5/next', 'n6', 'n6/next', 'n7', 'n7/next']);
    await canvas.page.close();
  });
});
