import type { FlowDocument } from '@/flows/document/flow-document';
import type { JsonObject } from '@/flows/document/json';
import { PROVIDER_HOST } from '../child-senders';

const say = (en: string) => ({ parts: [{ kind: 'text' as const, text: { en } }] });
const option = (id: string, en: string) => ({ id, label: { en }, synonyms: {} });

interface Step {
  type: string;
  data: JsonObject;
  exits?: Record<string, string>;
}

/**
 * A flow that has everything that can be lost: questions with a short patience, a rest, a wait for a person that is
 * given up, several messages in one turn, ends by every side.
 */
const STEPS: Record<string, Step> = {
  start: { type: 'start', data: {}, exits: { next: 'welcome' } },
  welcome: { type: 'message', data: { message: say('Welcome.') }, exits: { next: 'lookup' } },
  menu: {
    type: 'choices',
    data: { message: say('What is it about?'), options: [option('order', 'My order'), option('later', 'Later'), option('person', 'A person'), option('live', 'Now')], tries: 2, retry: { en: 'Please pick one.' }, noReply: { after: 'PT3S' } },
    exits: { 'option:order': 'number', 'option:later': 'moment', 'option:person': 'person', 'option:live': 'live', 'no-match': 'person', 'no-reply': 'nudge' },
  },
  nudge: { type: 'message', data: { message: say('Are you still there?') }, exits: { next: 'again' } },
  number: {
    type: 'ask',
    data: { message: say('Which order?'), answer: { kind: 'text' }, variable: 'order', tries: 2, retry: { en: 'Once more, please.' }, exits: [], noReply: { after: 'PT2S' } },
    exits: { answered: 'found', 'no-match': 'person', 'no-reply': 'silent' },
  },
  lookup: {
    type: 'http-request',
    data: {
      method: 'POST', url: '', query: [], headers: [], body: { kind: 'json', source: '{"order": "{{ order }}"}' }, keep: [{ variable: 'order', from: { part: 'body', path: 'id' } }],
      success: [], statuses: [], timeout: 5, keyed: true,
    },
    exits: { ok: 'menu', failed: 'menu' },
  },
  found: { type: 'message', data: { message: say('Order {{ order }} it is.') }, exits: { next: 'shipped' } },
  shipped: { type: 'message', data: { message: say('It is on its way.') }, exits: { next: 'again' } },
  moment: { type: 'message', data: { message: say('One moment.') }, exits: { next: 'rest' } },
  rest: { type: 'wait', data: { for: 'PT1S', heard: true }, exits: { next: 'rested', 'customer-writes': 'again' } },
  rested: { type: 'message', data: { message: say('Here I am again.') }, exits: { next: 'again' } },
  again: {
    type: 'choices',
    data: { message: say('Anything else?'), options: [option('yes', 'Yes'), option('no', 'No')], tries: 1, retry: { en: 'Yes or no?' }, noReply: { after: 'PT2S' } },
    exits: { 'option:yes': 'menu', 'option:no': 'bye', 'no-match': 'menu', 'no-reply': 'silent' },
  },
  person: {
    type: 'hand-over',
    data: { message: say('A person will answer you.'), mode: 'keep-waiting', skills: [], queue: null, priority: 'normal', timeout: null },
    exits: { released: 'again' },
  },
  live: {
    type: 'hand-over',
    data: { message: say('I look for somebody.'), mode: 'live', skills: [], queue: null, priority: 'high', timeout: 'PT1S' },
    exits: { 'nobody-available': 'again', 'timed-out': 'again', released: 'again' },
  },
  bye: { type: 'close', data: { message: say('Goodbye.'), disposition: 'resolved' } },
  silent: { type: 'close', data: { message: say('I have not heard from you.'), disposition: 'no-reply' } },
};

/** @param port of the provider, at the name the child knows it by */
export function crashFlow(port: string): FlowDocument {
  const links = Object.entries(STEPS).flatMap(([from, { exits = {} }]) => Object.entries(exits).map(([port, to]) => ({ from, port, to })));
  return {
    format: 1,
    name: 'Crash',
    languages: ['en'],
    triggers: [],
    listeners: [],
    variables: [{ name: 'order', type: 'text', scope: 'conversation', label: { en: 'Order' } }],
    nodes: Object.fromEntries(Object.entries(STEPS).map(([id, { type, data }]) => [id, { id, type, version: 1, title: { en: id }, position: { x: 0, y: 0 }, data: 'url' in data ? { ...data, url: `http://${PROVIDER_HOST}:${port}/http.request` } : data }])),
    edges: Object.fromEntries(links.map((link) => [`${link.from}/${link.port}`, link])),
  };
}
