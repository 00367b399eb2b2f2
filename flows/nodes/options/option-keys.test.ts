import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseAnswer } from '@/flows/answers/normalise-answer';
import { optionKeys } from './option-keys';

describe('normaliseAnswer()', () => {
  it.each([
    ['Où est mon colis ?', 'ou est mon colis'],
    ['  C’EST   réglé!! ', 'c est regle'],
    ['c\'est re\u0301gle\u0301', 'c est regle'],
    ['№ ２', 'no 2'],
    ['ﬁn', 'fin'],
    ['Straße', 'straße'],
    ['👍', ''],
    ['日本語。', '日本語'],
  ])('%s → %s', (text, wanted) => expect(normaliseAnswer(text)).toBe(wanted));

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normaliseAnswer(normaliseAnswer(text)) === normaliseAnswer(text)));
  });
});

describe('optionKeys()', () => {
  const option = { label: { fr: 'Été', en: 'Summer', de: 'Sommer' }, synonyms: { fr: ['juillet', '!!'], en: ['summer'] } };

  it('has labels and synonyms of the flow’s languages and the number, each once', () => {
    expect(optionKeys(option, 3, ['fr', 'en'])).toEqual(['ete', 'juillet', 'summer', '3']);
  });
});
