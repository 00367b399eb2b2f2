import { expect, type Page } from '@playwright/test';
import type { Scene, Visit } from './scenes';

const words = <Words extends string | RegExp>({ language }: Visit, en: Words, fr: Words): Words => (language === 'fr' ? fr : en);

/** A flow that asks a service, made by the person signed in: every part of a request is in it. */
function requestFlow(page: Page): Promise<string> {
  const node = (id: string, type: string, x: number, title: Record<string, string>, data: unknown) => ({ id, type, version: 1, title, position: { x, y: 0 }, data });
  const variable = (name: string, type: string, en: string, fr: string) => ({ name, type, scope: 'conversation', label: { en, fr } });
  const link = (from: string, port: string, to: string) => [`${from}/${port}`, { from, port, to }];
  const said = (en: string, fr: string) => ({ parts: [{ kind: 'text', text: { en, fr } }] });
  const document = {
    format: 1, name: 'Demande à la boutique', languages: ['fr', 'en'], triggers: [], listeners: [],
    variables: [variable('orderNumber', 'text', 'Order number', 'Numéro de commande'), variable('status', 'text', 'State of the order', 'État de la commande'), variable('left', 'number', 'Requests left', 'Demandes restantes')],
    nodes: {
      start: node('start', 'start', 0, { fr: 'Début', en: 'Start' }, {}),
      ask: node('ask', 'ask', 322, { fr: 'Numéro', en: 'Number' }, {
        message: said('Which order?', 'Quelle commande ?'), answer: { kind: 'text' }, variable: 'orderNumber', tries: 2, retry: { en: 'Once more, please.', fr: 'Encore une fois, s’il vous plaît.' }, exits: [], noReply: { after: 'PT30M' },
      }),
      look: node('look', 'http-request', 644, { fr: 'Demander un nouvel envoi à la boutique', en: 'Ask the shop for a new parcel' }, {
        method: 'POST', url: 'https://api.maison-lumen.example/v2/orders/{{ orderNumber }}/parcels',
        query: [{ name: 'language', value: '{{ contact.language }}' }],
        headers: [{ name: 'Authorization', value: 'Bearer {{ secrets.warehouse_of_the_north }}' }, { name: 'X-Channel', value: 'chat' }],
        body: { kind: 'json', source: '{\n  "reason": "{{ message.text }}",\n  "key": "{{ secrets.shop }}"\n}' },
        keep: [
          { variable: 'status', from: { part: 'body', path: 'order.parcels[0].status' } },
          { variable: 'left', from: { part: 'header', name: 'x-ratelimit-remaining' } },
        ],
        success: [304], statuses: [{ id: 'unknown', status: 404 }], timeout: 10, keyed: true,
      }),
      done: node('done', 'close', 966, { fr: 'Fait', en: 'Done' }, { message: said('It is {{ status }}.', 'C’est {{ status }}.'), disposition: 'resolved' }),
      agent: node('agent', 'hand-over', 1288, { fr: 'Conseiller', en: 'Advisor' }, { message: null, mode: 'keep-waiting', skills: [], queue: null, priority: 'normal', timeout: null }),
    },
    edges: Object.fromEntries([
      link('start', 'next', 'ask'), link('ask', 'answered', 'look'), link('ask', 'no-match', 'agent'), link('ask', 'no-reply', 'agent'),
      link('look', 'ok', 'done'), link('look', 'status:unknown', 'agent'), link('look', 'failed', 'agent'),
    ]) as Record<string, unknown>,
  };
  return page.evaluate(async (text) => {
    const response = await fetch('/trpc/flows.import', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ json: { text, references: [] } }) });
    return ((await response.json()) as { result: { data: { json: { id: string } } } }).result.data.json.id;
  }, JSON.stringify(document));
}

/** A request: its form, a secret that is offered while one writes, and what a service answers in the simulator. */
export const REQUEST_SCENE: Scene = {
  page: null, state: 'other', program: 'furnished', person: 'ines',
  views: {
    'a request': async (visit) => {
      const { page, url, phone } = visit;
      await page.goto(`${url}/flows`);
      await page.goto(`${url}/flows/${await requestFlow(page)}?step=look`);
      await expect(page.locator('.react-flow__node').first()).toBeVisible();
      // A phone reads: its sheet has the step as its card says it.
      await expect(phone ? page.getByRole('region').getByText('POST').first() : page.locator('input[value="Authorization"]').locator('visible=true').first()).toBeVisible();
    },
    'its headers and its body': async (visit) => {
      const { page, phone } = visit;
      if (phone) await page.getByRole('button', { name: words(visit, 'Show the whole step', 'Voir toute l’étape') }).click();
      else await page.locator('input[value="Authorization"]').locator('visible=true').first().scrollIntoViewIfNeeded();
    },
    'what is kept of its answer': async ({ page, phone }) => {
      if (!phone) await page.locator('input[value="x-ratelimit-remaining"]').locator('visible=true').first().evaluate((field) => field.scrollIntoView({ block: 'center' }));
    },
    'names that are offered': async (visit) => {
      const { page, phone } = visit;
      if (phone) return;
      const value = page.getByRole('combobox').or(page.getByRole('textbox')).and(page.locator('textarea, input')).filter({ hasText: 'Bearer' }).first();
      await value.click();
      await page.keyboard.press('End');
      await page.keyboard.type(' {{ con');
      await expect(page.getByRole('listbox')).toBeVisible();
    },
    'what a service answers': async (visit) => {
      const { page } = visit;
      // What was typed above is no request any more.
      await page.goto(`${visit.url}/simulate/${await requestFlow(page)}`);
      const say = page.getByRole('textbox', { name: words(visit, 'Write as the customer', 'Écrire comme le client') });
      for (const text of [words(visit, 'Hello', 'Bonjour'), 'AB-12345']) {
        await say.fill(text);
        await page.keyboard.press('Enter');
        await expect(page.getByRole('log').getByRole('paragraph').filter({ hasText: text })).toBeVisible();
      }
      await expect(page.getByRole('form', { name: words(visit, 'What the service answers', 'Ce que répond le service') })).toBeVisible();
    },
    'no number, and no JSON': async (visit) => {
      const { page } = visit;
      await page.getByRole('textbox', { name: words(visit, /^Status/, /^Statut|^Code/) }).fill('20');
      await page.getByRole('textbox', { name: words(visit, /^Body/, /^Corps/) }).fill('{ "order": ');
      await expect(page.getByRole('form').locator('[aria-invalid="true"]')).toBeVisible();
    },
  },
};
