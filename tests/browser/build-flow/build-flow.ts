import { expect, test, type Page } from '@playwright/test';
import { pickText } from '../../../flows/document/localized-text';
import type { FlowDocument, FlowNode } from '../../../flows/document/flow-document';
import type { Variable } from '../../../flows/document/variable';
import type { References } from '../../../lib/api/view-models';
import { fillFields } from './fill-form';
import type { FlowFacts } from './load-flow-facts';
import type { StepName, StudioHands } from './studio-hands';
import { formOf, selectedId, startingWith } from './studio-page';

/** The interface speaks English; so does the canvas whenever a step is looked for by its title. */
const SHOWN = 'en';

/** A flow that was drawn. */
export interface BuiltFlow {
  id: string;
  /** Its steps' ids, and those of the steps they were drawn from, in the order they were drawn in. */
  order: string[];
  drawnFrom: string[];
}

/** Draws `document` on an empty canvas, from the list of flows to the last link, as a person does it. */
export async function buildFlow(page: Page, hands: StudioHands, document: FlowDocument, facts: FlowFacts, references: References): Promise<BuiltFlow> {
  await hands.press(page.getByRole('button', { name: 'New flow' }).first());
  await hands.write(page.getByRole('dialog').getByLabel('Name'), document.name);
  await hands.press(page.getByRole('dialog').getByRole('button', { name: 'Create the flow' }));
  await page.waitForURL(/\/flows\/[0-9a-f-]{36}/);
  const id = /\/flows\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';

  const nameOf = (step: FlowNode | undefined): StepName => ({ title: step?.title[SHOWN] ?? '', kind: facts.nodeTexts(step?.type ?? '', SHOWN).name });
  for (const variable of document.variables) await declareVariable(page, hands, variable, document);
  const steps = inOrderOfLinks(document);
  const order: string[] = [];
  for (const step of steps) {
    if (facts.defaultRegistry.get(step.type)?.entry) {
      await hands.prepare(nameOf(step));
      order.push('start');
      continue;
    }
    const before = Object.values(document.edges).find(({ from, to }) => to === step.id && steps.findIndex((each) => each.id === from) < order.length);
    const after = document.nodes[before?.from ?? ''];
    if (!before || !after) throw new Error(`nothing leads to ${step.id} yet`);
    await hands.add(nameOf(step).kind, nameOf(after), portName(after, before.port, facts));
    await expect.poll(() => order.includes(selectedId(page))).toBe(false);
    order.push(selectedId(page));
    await test.step(`fills ${step.id}`, () => fillStep(page, hands, step, document, facts, references));
  }
  for (const { from, port, to } of Object.values(document.edges)) {
    await test.step(`links ${from}/${port}`, () => hands.link(nameOf(document.nodes[from]), portName(document.nodes[from], port, facts), nameOf(document.nodes[to])));
  }
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  return { id, order, drawnFrom: steps.map((step) => step.id) };
}

/** Title and form of the step that has just been added, in one language after the other. */
async function fillStep(page: Page, hands: StudioHands, step: FlowNode, { languages, variables }: FlowDocument, facts: FlowFacts, references: References): Promise<void> {
  const form = formOf(page);
  const type = facts.defaultRegistry.get(step.type);
  const fields = type ? facts.fieldsOf(type.data) : [];
  for (const [pass, language] of shownLast(languages).entries()) {
    await showLanguage(page, hands, language);
    await hands.write(form.getByLabel('Title', { exact: true }), step.title[language] ?? '');
    await fillFields(
      {
        hands,
        root: form,
        language,
        first: pass === 0,
        label: (place) => facts.nodeTexts(step.type, SHOWN).fields[place]?.label ?? place,
        variable(name) {
          const found = variables.find((each) => each.name === name);
          return pickText(found?.label ?? {}, language, []) || name;
        },
        named(kind, key) {
          const found = { skill: references.skills, queue: references.queues, calendar: references.calendars }[kind].find((each) => each.key === key);
          return pickText(found?.name ?? {}, SHOWN, []);
        },
      },
      fields,
      step.data,
    );
  }
}

/** In the list of what the flow remembers, which stands where the form does while no step is selected. */
async function declareVariable(page: Page, hands: StudioHands, { name, type, scope, label }: Variable, { languages }: FlowDocument): Promise<void> {
  const form = formOf(page);
  await hands.press(form.getByRole('button', { name: 'Declare a variable' }));
  const declared = form.getByRole('group', { name: 'New variable' });
  await hands.write(declared.getByLabel('Name', { exact: true }), name);
  await hands.choose(declared.getByRole('combobox', { name: 'Holds' }), TYPES[type] ?? type);
  await hands.choose(declared.getByRole('combobox', { name: 'Lasts' }), scope === 'contact' ? 'with the customer' : 'for the conversation');
  await hands.press(declared.getByRole('button', { name: 'Declare' }));
  await hands.press(form.getByRole('button', { name: startingWith(name) }));
  for (const language of shownLast(languages)) {
    await showLanguage(page, hands, language);
    await hands.write(form.getByLabel('Label', { exact: true }), label[language] ?? '');
  }
}

const TYPES: Record<string, string> = { boolean: 'true or false' };

async function showLanguage(page: Page, hands: StudioHands, language: string): Promise<void> {
  await hands.switchTo(formOf(page).getByRole('radiogroup', { name: 'Language of the texts' }), startingWith(LANGUAGES[language] ?? language));
}

function shownLast(languages: readonly string[]): string[] {
  return [...languages.filter((language) => language !== SHOWN), SHOWN];
}

/** From the start along the links, as they stand in the document: every step after one that leads to it. */
function inOrderOfLinks({ nodes, edges }: FlowDocument): FlowNode[] {
  const order = new Set(Object.keys(nodes).slice(0, 1));
  for (const from of order) for (const edge of Object.values(edges)) if (edge.from === from) order.add(edge.to);
  return [...order].flatMap((id) => nodes[id] ?? []);
}

const LANGUAGES: Record<string, string> = { fr: 'Français', en: 'English' };

/** What stands beside a way out. */
function portName(step: FlowNode | undefined, port: string, { defaultRegistry, nodeTexts }: FlowFacts): string {
  const type = defaultRegistry.get(step?.type ?? '');
  const label = type?.ports(type.data.parse(step?.data) as never).find(({ id }) => id === port)?.label;
  if (!label) throw new Error(`${step?.id} has no way out ${port}`);
  return 'text' in label ? pickText(label.text, SHOWN, []) : (nodeTexts(type?.type ?? '', SHOWN).ports[label.key] ?? label.key);
}
