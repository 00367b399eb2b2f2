import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Program } from '../program';
import { changeData } from './change-data';
import type { Desk } from './desk';
import { goWrong } from './go-wrong';
import { visitor } from './visitor';

/** What the pages are opened on. */
export interface Furniture {
  /** The published demo flow. */
  flow: string;
  /** A conversation in Léa's hands, with everything in it. */
  mine: string;
  /** One that waits for another skill, and one that was closed. */
  waiting: string;
  closed: string;
  /** An article of the demo. */
  article: string;
  /** The web chat of the shop. */
  chat: string;
}

const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3);
const LONG = 'Retours, échanges, remboursements partiels et gestes commerciaux des comptes professionnels';

/** A workspace at work: conversations in every list, long names, a text without a space, a flow that is not linked yet. */
export async function furnish(program: Program, lea: Desk, ines: Desk): Promise<Furniture> {
  const [claire, paul, ada, max, zoe] = await Promise.all((['fr', 'en', 'en', 'fr', 'fr'] as const).map((language) => visitor(program, language)));
  if (!claire || !paul || !ada || !max || !zoe) throw new Error('nobody came');
  const [flow] = await ines.read<{ id: string }[]>('flows.list');
  await ines.ask('flows.create', { name: LONG });
  if (flow) await keepFormerAnswer(ines, flow.id);
  await publishSecond(ines, flow?.id ?? '');
  await lea.ask('presence.set', { presence: 'available' });

  await claire.say('Bonjour', 'Changer d’adresse', 'Oui, elle est partie');
  const mine = await offered(lea);
  await lea.ask('inbox.accept', { id: mine });
  nameOf(program, mine, 'Claire Beauregard de La Tour-Saint-Germain', 'claire.beauregard.de.la.tour@maisonlumen-clients.example', '+33612344108');
  await claire.say('Mon colis part à l’ancienne adresse.', WORD);
  await reply(lea, mine, 'Bonjour Claire, je viens de le rediriger. Vous recevrez un nouveau lien de suivi dans l’heure.');
  await reply(lea, mine, 'Redirigé à la main, vérifier lundi auprès du transporteur.', 'note');
  await claire.say('Merci\u202f! Quand arrivera-t-il\u202f?');

  await ada.say('Hello', 'Another question');
  const closed = await offered(lea);
  await lea.ask('inbox.accept', { id: closed });
  await reply(lea, closed, 'Your lamp ships tomorrow.');
  await lea.ask('inbox.close', { id: closed, disposition: 'solved' });

  await paul.say('Hello', 'Return and refund', 'The item is damaged');
  await expect.poll(async () => (await lea.read<{ id: string }[]>('inbox.list', { view: 'waiting' })).length).toBe(1);
  const [waiting] = await lea.read<{ id: string }[]>('inbox.list', { view: 'waiting' });
  await max.say('Bonjour', 'Autre question');
  await offered(lea);
  await zoe.say('Bonjour');
  if (!flow || !waiting) throw new Error('the demo workspace is not as it should be');
  ask(program, mine);
  goWrong(program, mine, waiting.id, closed);
  await ines.ask('knowledge.archive', { id: 'choose-bulb', archived: true });
  const { connections } = await ines.read<{ connections: { id: string }[] }>('widget.list');
  return { flow: flow.id, mine, closed, waiting: waiting.id, article: 'refund-status', chat: connections[0]?.id ?? '' };
}

/** Takes every flow, article, skill and calendar out of a workspace, and every role from Tom: states that the program itself never makes. */
export function empty(program: Program): void {
  changeData(program, (database) => {
    for (const table of ['ChannelConnection', 'Flow', 'Article', 'Skill', 'Calendar']) database.exec(`DELETE FROM "${table}"`);
    database.exec(`DELETE FROM "MembershipRole" WHERE "role" = 'tester'`);
  });
}

/** A test beside those of the demo, of an answer that the flow no longer gives. */
async function keepFormerAnswer(ines: Desk, flowId: string): Promise<void> {
  const read = (kind: string): string => readFileSync(`flows/library/customer-service.order-solved.${kind}.json`, 'utf8');
  const transcript: unknown = JSON.parse(read('transcript').replaceAll('Maison Lumen', 'Lumen & Fils'));
  await ines.ask('tests.create', { flowId, name: `${LONG} : accueil d’avant`, script: JSON.parse(read('script')) as unknown, transcript });
}

/** A second version, for a history: texts, a link and a step. */
async function publishSecond(ines: Desk, id: string): Promise<void> {
  const node = { id: 'goodbye', type: 'message', version: 1, title: { fr: 'Au revoir', en: 'Goodbye' }, position: { x: 2800, y: 560 }, data: { message: { parts: [{ kind: 'text', text: { fr: 'À bientôt chez Maison Lumen.', en: 'See you soon at Maison Lumen.' } }] } } };
  const operations = [
    { kind: 'node.set', id: 'welcome', path: ['title'], value: { fr: 'Accueil de toutes les demandes', en: 'Welcome' } },
    { kind: 'node.add', node },
    { kind: 'edge.set', from: 'goodbye', port: 'next', to: 'solved' },
    { kind: 'edge.set', from: 'anything-else', port: 'close', to: 'goodbye' },
  ];
  const { revision } = await ines.ask<{ revision: number }>('flows.save', { id, baseRevision: 0, operations });
  await ines.ask('flows.publish', { id, revision, note: 'Un au revoir avant de clore, et un accueil qui dit pour quoi.' });
}

async function offered(lea: Desk): Promise<string> {
  let id = '';
  await expect.poll(async () => (id = (await lea.read<{ id: string }[]>('inbox.list', { view: 'offered' }))[0]?.id ?? '')).not.toBe('');
  return id;
}

function reply(lea: Desk, id: string, text: string, kind: 'reply' | 'note' = 'reply'): Promise<unknown> {
  return lea.ask(`inbox.${kind}`, { id, key: randomUUID(), text });
}

/** The demo flow asks no article yet; its questions are as another flow would have kept them. */
function ask(program: Program, conversation: string): void {
  const questions = [
    ['fr', 'Est-ce que vous reprenez mon ancienne lampe\u202f?', 'none', 12],
    ['en', 'do you rent lamps for weddings', 'unsure', 4],
    ['fr', WORD.toLowerCase().slice(0, 240), 'not-helped', 1],
  ] as const;
  changeData(program, (database) => {
    const insert = database.prepare(
      `INSERT INTO "UnansweredQuestion" ("workspaceId", "language", "words", "text", "outcome", "times", "firstAskedAt", "lastAskedAt", "conversationId")
       SELECT "workspaceId", ?, ?, ?, ?, ?, ?, ?, "id" FROM "Conversation" WHERE "id" = ?`,
    );
    for (const [language, text, outcome, times] of questions) insert.run(language, text.toLowerCase().slice(0, 400), text, outcome, times, Date.now() - 7_200_000, Date.now() - 3_600_000, conversation);
  });
}

/** No channel tells names yet; a later one will. */
function nameOf(program: Program, conversation: string, ...facts: [name: string, email: string, phone: string]): void {
  changeData(program, (database) => {
    const customer = 'SELECT i."profileId" FROM "Identity" i JOIN "Conversation" c ON c."identityId" = i."id" WHERE c."id" = ?';
    database.prepare(`UPDATE "Profile" SET "name" = ?, "email" = ?, "phone" = ? WHERE "id" IN (${customer})`).run(...facts, conversation);
  });
}
