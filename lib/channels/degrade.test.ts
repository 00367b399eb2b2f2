import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { ChannelCapabilities } from './channel-port';
import { degrade } from './degrade';
import { readNumber } from './read-number';

const sms: ChannelCapabilities = { maxButtons: 0, labelMax: 0, listMax: 0, textMax: 160, receipts: [], typing: false, media: null, windowHours: null };
const whatsapp: ChannelCapabilities = { ...sms, maxButtons: 3, labelMax: 20, textMax: 4096 };
const options = [{ value: 'n:a', label: 'Suivre ma commande' }, { value: 'n:b', label: 'Mon remboursement' }];
const question = (count: number) => ({
  language: 'fr',
  parts: [{ kind: 'text' as const, text: 'Bonjour.' }, { kind: 'text' as const, text: 'Que puis-je faire ?' }],
  options: Array.from({ length: count }, (_, index) => ({ value: `n:${index}`, label: `Choix numéro ${index}` })),
});

describe('options', () => {
  test('stay buttons where the channel has enough of them', () => {
    expect(degrade(question(3), whatsapp)).toMatchObject({ texts: ['Bonjour.', 'Que puis-je faire ?'], buttons: question(3).options, numbered: [] });
  });

  test('become numbered lines of the last text where it has not', () => {
    const { texts, buttons, numbered } = degrade(question(4), whatsapp);
    expect(texts).toEqual(['Bonjour.', 'Que puis-je faire ?\n\n1. Choix numéro 0\n2. Choix numéro 1\n3. Choix numéro 2\n4. Choix numéro 3']);
    expect(buttons).toEqual([]);
    expect(numbered).toHaveLength(4);
  });

  test('a label that is too long is cut with an ellipsis, never inside a character', () => {
    const content = { language: 'fr', parts: [], options: [{ value: 'n:a', label: '😀'.repeat(30) }] };
    expect(degrade(content, whatsapp).buttons[0]?.label).toBe(`${'😀'.repeat(19)}…`);
  });
});

test('a text that is too long is sent in several, and nothing of it is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '\n', 'é', '😀'), maxLength: 900 }), (text) => {
      const { texts } = degrade({ language: 'fr', parts: [{ kind: 'text', text }] }, sms);
      for (const piece of texts) {
        expect(piece.length).toBeLessThanOrEqual(sms.textMax);
        expect(piece).not.toMatch(/\p{Cs}/u);
      }
      expect(texts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

test.each([['2', 'n:b'], [' 2. ', 'n:b'], ['2)', 'n:b'], ['２', 'n:b'], ['0', undefined], ['3', undefined], ['2 lampes', undefined], ['', undefined]])('"%s" means %s', (text, value) => {
  expect(readNumber(text, options)?.value).toBe(value);
});
