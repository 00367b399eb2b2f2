import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { ChannelRequest } from './channel-port';
import { createConnectors } from './registry';

const request: fc.Arbitrary<ChannelRequest> = fc.record({
  method: fc.constantFrom('GET', 'POST'),
  url: fc.webPath(),
  headers: fc.dictionary(fc.constantFrom('authorization', 'content-type', 'x-signature'), fc.oneof(fc.string(), fc.string().map((token) => `Bearer ${token}`), fc.constant('Bearer v1.e30.e30'))),
  body: fc.oneof(fc.uint8Array(), fc.json().map((json) => new TextEncoder().encode(json))),
});
const text = fc.string({ unit: 'binary', maxLength: 6000 });
const content = fc.record({
  language: fc.constantFrom('fr', 'en'),
  parts: fc.array(fc.record({ kind: fc.constant('text' as const), text }), { minLength: 1, maxLength: 3 }),
  options: fc.array(fc.record({ value: fc.string({ minLength: 1 }), label: fc.string({ maxLength: 200 }) }), { maxLength: 20 }),
});

describe.each([...createConnectors(() => 1_800_000_000_000)])('connector %s', (channel, connector) => {
  test('is registered under its own name', () => expect(connector.channel).toBe(channel));

  test('believes nobody without proof, and never throws on what it is sent', () => {
    fc.assert(
      fc.property(request, (asked) => {
        expect(connector.verify(asked, 'the secret').ok).toBe(false);
        const parsed = connector.parse(asked, 'someone');
        if (!parsed.ok) expect(parsed.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      }),
    );
  });

  test('renders any message into at least one of its own', () => {
    fc.assert(
      fc.property(content, (said) => {
        expect(connector.render(said).length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });

  test('keeps the id and the words of what the customer says, and takes an offered choice', () => {
    const said = { kind: 'message' as const, externalId: 'someone', id: 'id-1', text: 'Mon remboursement', choice: { value: 'n:b', label: 'Mon remboursement' } };
    expect(connector.interpret(said, [{ value: 'n:b', label: 'Mon remboursement' }])).toEqual({ id: 'id-1', text: 'Mon remboursement', choice: 'n:b' });
  });
});
