import { describe, expect, it } from 'vitest';
import { buildDictionary, kinOf, respelled } from './spelling';

const dictionary = buildDictionary(['parcel', 'parcel', 'refund', 'remboursement', 'change', 'chance', 'chance', 'plaisante', 'order']);

describe('respelled', () => {
  it.each([
    ['pracel', 'parcel', 1],
    ['parcl', 'parcel', 1],
    ['parrcel', 'parcel', 1],
    ['parxel', 'parcel', 1],
    ['rembourssemnt', 'remboursement', 2],
    ['chanxe', 'chance', 1],
  ])('%s is a misspelling of %s', (word, meant, slips) => {
    expect(respelled(word, dictionary)).toEqual({ word: meant, slips });
  });
  it.each(['odr', 'prclx', 'refrain', '1234', 'orde1'])('%s is left alone', (word) => {
    expect(respelled(word, dictionary)).toBeUndefined();
  });
});

describe('kinOf', () => {
  it('finds the known form of a word', () => expect(kinOf('plaisantais', dictionary)).toBe('plaisante'));
  it.each(['refuse', 'remuer', 'ord'])('%s is no form of a known word', (word) => expect(kinOf(word, dictionary)).toBeUndefined());
});
