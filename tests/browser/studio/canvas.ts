import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { FlowNode } from '@/flows/document/flow-document';
import { apiOf } from '../api-of';
import type { Program } from '../program';

/** A message step at a place on the canvas. */
export function say(id: string, x: number, y: number, text = id): FlowNode {
  return { id, type: 'message', version: 1, title: { en: id }, position: { x, y }, data: { message: { parts: [{ kind: 'text', text: { en: text, fr: text } }] } } };
}

/** The studio on a new flow, as the page shows it. */
export class Canvas {
  private constructor(
    readonly page: Page,
    readonly id: string,
  ) {}

  /** A flow of a start and these steps; links as `start.next>a`. */
  static async open(program: Program, context: BrowserContext, nodes: readonly FlowNode[] = [], links: readonly string[] = []): Promise<Canvas> {
    const api = apiOf(program, context);
    const { id } = await api.flows.create.mutate({ name: 'Canvas' });
    const { document, revision } = await api.flows.get.query({ id });
    const [start = ''] = Object.keys(document.nodes);
    const operations = [
      ...nodes.map((node) => ({ kind: 'node.add' as const, node })),
      ...links.map((link) => {
        const [, from = '', port = '', to = ''] = /^([\w-]+)\.([\w:-]+)>([\w-]+)$/.exec(link) ?? [];
        return { kind: 'edge.set' as const, from: from === 'start' ? start : from, port, to };
      }),
    ];
    if (operations.length > 0) await api.flows.save.mutate({ id, baseRevision: revision, operations: [{ kind: 'batch', operations }] });
    const page = await context.newPage();
    await page.goto(`${program.url}/flows/${id}`);
    await expect(page.locator('.react-flow__node')).toHaveCount(nodes.length + 1);
    // The opening view stands.
    await page.waitForTimeout(200);
    return new Canvas(page, id);
  }

  card(id: string): Locator {
    return this.page.locator(`[data-step="${id}"]`);
  }

  get cards(): Locator {
    return this.page.locator('.react-flow__node');
  }

  get links(): Locator {
    return this.page.locator('.react-flow__edge');
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Step' });
  }

  /** A press on the head of a card. */
  async click(id: string, modifiers: ('Shift' | 'Control')[] = []): Promise<void> {
    await this.card(id).click({ position: { x: 60, y: 8 }, modifiers });
  }

  /** The ids of the selected steps. */
  selected(): Promise<string[]> {
    return this.page.locator('.react-flow__node.selected').evaluateAll((found) => found.map((each) => each.getAttribute('data-id') ?? '').sort());
  }

  /** Where the cards stand, in the canvas' measure. */
  places(): Promise<Record<string, string>> {
    return this.cards.evaluateAll((found) => Object.fromEntries(found.map((each) => [each.getAttribute('data-id') ?? '', (each as HTMLElement).style.transform])));
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+z');
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible();
  }
}
