import { describe, expect, it } from 'vitest';
import { languageRules } from './languages/language-rules';
import { naturalLog } from './natural-log';
import { wordsOf } from './words-of';

describe('wordsOf', () => {
  it.each([
    ['L’échange, c’est possible ?', ['l', 'echange', 'c', 'est', 'possible']],
    ['MON CŒUR – 2ᵉ colis', ['mon', 'coeur', '2e', 'colis']],
    ['  ?! ', []],
  ])('%s', (text, words) => expect(wordsOf(text)).toEqual(words));
});

describe('languageRules', () => {
  it.each([
    ['fr', 'remboursé', 'rembourser'],
    ['fr', 'amis', 'ami'],
    ['fr', 'êtes', 'suis'],
    ['fr', 'vos', 'ton'],
    ['fr-CA', 'colis', 'colis'],
    ['en', 'parcels', 'parcel'],
    ['en', 'paid', 'paying'],
  ])('%s: %s and %s are forms of one word', (language, one, other) => {
    const { stem } = languageRules(language);
    const stemOf = (word: string) => wordsOf(word).map(stem);
    expect(stemOf(one)).toEqual(stemOf(other));
  });
  it('keeps different words apart', () => {
    const { stem } = languageRules('fr');
    expect(stem('commande')).not.toBe(stem('colis'));
  });
});

describe('naturalLog', () => {
  it('is the logarithm to the precision of a number', () => {
    for (let value = 1; value < 20_000; value = value * 1.37 + 0.01) expect(naturalLog(value)).toBeCloseTo(Math.log(value), 12);
  });
});
