import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../document/json';
import { renderRequest } from './render-request';
import type { RequestTemplate } from './request-template';

const template = (more: Partial<RequestTemplate>): RequestTemplate => ({
  method: 'POST', url: 'https://shop.example.com/', headers: [], query: [], body: null, timeoutMs: 1000, keyed: false, outcomes: {}, reads: [], ...more,
});
const rendered = (more: Partial<RequestTemplate>, environment: JsonObject) => {
  const result = renderRequest(template(more), environment, { locale: 'en', limits: { textLength: 4096 } });
  if (!result.ok) throw new Error(result.detail);
  return result.request;
};

/** What people write who want to be somewhere else than where their text belongs. */
const HOSTILE = [
  '../../admin', '..', '.', '/', '//evil.example.com/', '?admin=1', '#', '&admin=1', '@evil.example.com', '\\..\\', ':8080', '%2e%2e', '%00', 'a\r\nX-Admin: 1', 'a\nb', '\u0000',
  '", "admin": true, "x": "', '"}', '\\', '\\"', '{"$ref": 1}', ']', '{{ secrets.shop }}', '{{ other }}', '{% assign number = 1 %}', "'; DROP TABLE orders; --", '<script>', '\ud800', '😀', 'é', '\u2028',
];

describe.each(HOSTILE.map((text) => [JSON.stringify(text), text] as const))('%s', (_name, text) => {
  it('stays in its place in the address', () => {
    const { url } = rendered({ url: 'https://shop.example.com/orders/{{ number }}/lines?of={{ number }}&all=1' }, { number: text });
    const parsed = new URL(url);
    expect(parsed.origin).toBe('https://shop.example.com');
    expect([...parsed.searchParams.keys()]).toEqual(['of', 'all']);
    expect(parsed.hash).toBe('');
    // A segment of dots goes up when a URL is parsed: whoever sends the request refuses it, see judge-url.
    if (!/^(?:\.|%2e){1,2}$/i.test(text)) expect(parsed.pathname).toMatch(/^\/orders\/[^/]+\/lines$/);
  });

  it('is one text in JSON', () => {
    const { body } = rendered({ body: { kind: 'json', value: { number: '{{ number }}', said: 'It is {{ number }}.', list: ['{{ number }}'] }, secrets: [] } }, { number: text });
    expect(body).toMatchObject({ value: { number: text, said: `It is ${text}.`, list: [text] } });
    expect(JSON.parse(JSON.stringify(body?.kind === 'json' && body.value))).toEqual({ number: text, said: `It is ${text}.`, list: [text] });
  });

  it('is one line in a header and in the query, and no secret', () => {
    const field = { name: 'x', value: 'a {{ number }}' };
    const { headers, query } = rendered({ headers: [field], query: [field] }, { number: text });
    for (const [sent] of [headers, query]) {
      expect(sent?.value).not.toMatch(/[\r\n\0]/);
      expect(sent).not.toHaveProperty('secret');
    }
  });
});

it('puts a variable that stands alone in JSON with its own type, and nothing where there is nothing', () => {
  const value = { count: '{{ count }}', list: '{{ list }}', street: '{{ address.street }}', none: '{{ missing.one }}', own: '{{ address.constructor }}', mixed: '{{ count }} pieces' };
  const { body } = rendered({ body: { kind: 'json', value, secrets: [] } }, { count: 3, list: [1, 2], address: { street: 'Rue' } });
  expect(body).toMatchObject({ value: { count: 3, list: [1, 2], street: 'Rue', none: null, own: null, mixed: '3 pieces' } });
});

it('carries secrets by their keys', () => {
  const { headers } = rendered({ headers: [{ name: 'Authorization', value: 'Bearer ', secret: 'shop' }] }, {});
  expect(headers).toEqual([{ name: 'Authorization', value: 'Bearer ', secret: 'shop' }]);
});

it('says why it cannot be rendered', () => {
  const result = renderRequest(template({ url: 'https://shop.example.com/{{ text }}' }), { text: 'x'.repeat(5000) }, { locale: 'en', limits: { textLength: 4096 } });
  expect(result).toMatchObject({ ok: false, code: 'limit-exceeded' });
});
