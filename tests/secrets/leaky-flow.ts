import { flowDocumentSchema, type FlowDocument } from '@/flows/document/flow-document';

/** Stands where the test makes the machine break. */
export const BREAKS = 'this message breaks the machine';
/** Replaced by the test's own service once the flow is published: no published flow may call its own house. */
export const SERVICE = 'https://shop.example.com';

const node = (id: string, type: string, data: unknown) => ({ id, type, version: 1, title: { en: id }, position: { x: 0, y: 0 }, data });
const text = (en: string) => ({ parts: [{ kind: 'text', text: { en } }] });
const link = (from: string, port: string, to: string) => [`${from}/${port}`, { from, port, to }] as const;

/**
 * Asks, sends the answer with the secret `shop` in a header, the query and the body to a service, keeps what comes back
 * and says it; then the machine breaks: on what the customer writes next, or at once on the way `failed`.
 */
export function leakyFlow(): FlowDocument {
  const ask = { message: text('Which order?'), answer: { kind: 'text' }, variable: 'number', tries: 2, retry: { en: 'Once more, please.' }, exits: [], noReply: { after: 'PT30M' } };
  return flowDocumentSchema.parse({
    format: 1, name: 'Leaky', languages: ['en'], listeners: [],
    triggers: [{ id: 'told', type: 'api-event', event: 'order.told', variables: { number: 'order.number' } }],
    variables: [
      { name: 'number', type: 'text', scope: 'conversation', label: {} },
      { name: 'echo', type: 'object', scope: 'conversation', label: {} },
      { name: 'seen', type: 'text', scope: 'conversation', label: {} },
    ],
    nodes: {
      start: node('start', 'start', {}),
      ask: node('ask', 'ask', ask),
      look: node('look', 'http-request', {
        method: 'POST', url: `${SERVICE}/orders`, query: [{ name: 'key', value: '{{ secrets.shop }}' }],
        headers: [{ name: 'Authorization', value: 'Bearer {{ secrets.shop }}' }, { name: 'X-Key', value: '{{ secrets.shop }}' }],
        body: { kind: 'json', source: '{ "order": "{{ number }}", "key": "{{ secrets.shop }}" }' },
        keep: [{ variable: 'echo', from: { part: 'body', path: '' } }, { variable: 'seen', from: { part: 'header', name: 'x-seen' } }],
        success: [], statuses: [], timeout: 5, keyed: false,
      }),
      found: node('found', 'message', { message: text('{{ echo.url }} {{ echo.path }} {{ echo.lower }} {{ echo.body }} {{ echo.sent }} {{ echo.base64 }} {{ echo.page }} {{ seen }}') }),
      more: node('more', 'ask', ask),
      broken: node('broken', 'message', { message: text(BREAKS) }),
      agent: node('agent', 'hand-over', { message: null, mode: 'keep-waiting', skills: [], queue: null, priority: 'normal', timeout: null }),
    },
    edges: Object.fromEntries([
      link('start', 'next', 'ask'), link('ask', 'answered', 'look'), link('ask', 'no-match', 'agent'), link('ask', 'no-reply', 'agent'),
      link('look', 'ok', 'found'), link('look', 'failed', 'broken'), link('found', 'next', 'more'),
      link('more', 'answered', 'broken'), link('more', 'no-match', 'agent'), link('more', 'no-reply', 'agent'), link('broken', 'next', 'agent'),
    ]),
  });
}
