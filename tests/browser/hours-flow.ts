import type { Operation } from '@/flows/document/operations';
import type { apiOf } from './api-of';

const text = (en: string, fr: string) => ({ parts: [{ kind: 'text' as const, text: { en, fr } }] });
const option = (id: string, en: string, fr: string) => ({ id, label: { en, fr }, synonyms: {} });

const STEPS: Record<string, { type: string; at: [number, number]; title: [string, string]; data: object; exits?: Record<string, string> }> = {
  menu: {
    type: 'choices',
    at: [280, 140],
    title: ['How can we help', 'Que pouvons-nous faire'],
    data: { message: text('Good day. What is it about?', 'Bonjour. De quoi s’agit-il ?'), options: [option('talk', 'Talk to an advisor', 'Parler à un conseiller'), option('hours', 'Opening hours', 'Horaires')], tries: 2, retry: {}, noReply: { after: 'PT30M' } },
    exits: { 'option:talk': 'note', 'option:hours': 'times', 'no-match': 'note', 'no-reply': 'silent' },
  },
  note: { type: 'set-variable', at: [616, 84], title: ['Note the wish', 'Noter le souhait'], data: { assignments: [{ variable: 'wish', value: { kind: 'expression', source: "'advisor'" } }] }, exits: { next: 'clock' } },
  clock: { type: 'business-hours', at: [924, 84], title: ['Are we open', 'Sommes-nous ouverts'], data: { calendar: 'service' }, exits: { open: 'person', closed: 'shut' } },
  person: {
    type: 'hand-over',
    at: [1232, 28],
    title: ['Advisor', 'Conseiller'],
    data: { message: text('An advisor joins you.', 'Un conseiller vous rejoint.'), mode: 'live', skills: ['english'], queue: null, priority: 'normal', timeout: 'PT10M' },
    exits: { 'nobody-available': 'nobody', 'timed-out': 'nobody' },
  },
  nobody: { type: 'close', at: [1568, 28], title: ['Nobody free', 'Personne de libre'], data: { message: text('Nobody is free. We write to you tomorrow.', 'Personne n’est libre. Nous vous écrivons demain.'), disposition: 'follow-up' } },
  shut: { type: 'close', at: [1232, 406], title: ['Closed now', 'Fermé'], data: { message: text('We are closed now.', 'Nous sommes fermés.'), disposition: 'follow-up' } },
  times: { type: 'close', at: [616, 378], title: ['Hours', 'Horaires'], data: { message: text('Monday to Friday, 9 to 18.', 'Du lundi au vendredi, de 9 h à 18 h.'), disposition: 'answered' } },
  silent: { type: 'close', at: [924, 462], title: ['Silent', 'Silencieux'], data: { message: text('Until next time.', 'À bientôt.'), disposition: 'no-reply' } },
};

/** Draws a flow that asks, looks at the clock and hands over to somebody who must be there. Gives its id. */
export async function drawHoursFlow(api: ReturnType<typeof apiOf>, name = 'Hours'): Promise<string> {
  const { id } = await api.flows.create.mutate({ name });
  const { document, revision } = await api.flows.get.query({ id });
  const start = Object.keys(document.nodes)[0] ?? '';
  const operations: Operation[] = [
    { kind: 'document.set', path: 'variables', value: [{ name: 'wish', type: 'text', scope: 'conversation', label: { en: 'Wish', fr: 'Souhait' } }] },
    ...Object.entries(STEPS).map(([step, { type, at: [x, y], title: [en, fr], data }]): Operation => ({ kind: 'node.add', node: { id: step, type, version: 1, title: { en, fr }, position: { x, y }, data: data as never } })),
    { kind: 'edge.set', from: start, port: 'next', to: 'menu' },
    ...Object.entries(STEPS).flatMap(([from, { exits = {} }]) => Object.entries(exits).map(([port, to]): Operation => ({ kind: 'edge.set', from, port, to }))),
  ];
  await api.flows.save.mutate({ id, baseRevision: revision, operations });
  return id;
}
