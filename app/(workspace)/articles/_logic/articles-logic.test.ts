import { describe, expect, it } from 'vitest';
import type { ArticleContent } from '@/flows/knowledge/article';
import { endOf, firstDay, lastDay, startOf } from './day';
import { matchesArticle } from './matches-article';
import { mergeArticle, takePart } from './merge-article';
import { validityAt } from './validity';

const base: ArticleContent = { title: { fr: 'Colis', en: 'Parcel' }, answer: { fr: 'Bientôt.' }, phrasings: { fr: ['mon colis'] }, tags: ['a'], validFrom: null, validTo: null };

describe('mergeArticle', () => {
  it('puts together what two people changed in different places', () => {
    const mine = { ...base, answer: { fr: 'Demain.' }, tags: ['a', 'b'] };
    const theirs = { ...base, title: { fr: 'Colis' }, phrasings: { fr: ['mon colis', 'mon paquet'] }, validFrom: 5 };
    expect(mergeArticle(base, mine, theirs)).toEqual({
      content: { title: { fr: 'Colis' }, answer: { fr: 'Demain.' }, phrasings: { fr: ['mon colis', 'mon paquet'] }, tags: ['a', 'b'], validFrom: 5, validTo: null },
      clashes: [],
    });
  });

  it('keeps ours where both changed the same, and says so; the same change of both is none', () => {
    const mine = { ...base, answer: { fr: 'Demain.' }, title: { ...base.title, fr: 'Paquet' } };
    const theirs = { ...base, answer: { fr: 'Lundi.' }, title: { ...base.title, fr: 'Paquet' } };
    const { content, clashes } = mergeArticle(base, mine, theirs);
    expect(content).toEqual(mine);
    expect(clashes.map(({ part }) => part)).toEqual(['answer.fr']);
    expect(takePart(content, theirs, 'answer.fr').answer).toEqual({ fr: 'Lundi.' });
  });

  it('takes a text away where they took it away', () => {
    expect(takePart(base, { ...base, title: { fr: 'Colis' } }, 'title.en').title).toEqual({ fr: 'Colis' });
    expect(takePart({ ...base, validTo: 3 }, base, 'validity')).toEqual(base);
    expect(takePart({ ...base, tags: [] }, base, 'tags')).toEqual(base);
  });
});

it.each([
  ['colis', true],
  ['ou COL', true],
  ['livr', true],
  ['olis', false],
  ['', true],
])('an article about « Où est mon colis », tagged livraison, is found by %j: %s', (query, found) => {
  expect(matchesArticle({ title: { fr: 'Où est mon colis ?' }, tags: ['livraison'] }, query)).toBe(found);
});

it('dates go from day to moment and back; the last day counts whole', () => {
  const from = startOf('2026-11-25') ?? 0;
  const until = endOf('2026-11-25') ?? 0;
  expect([firstDay(from), lastDay(until), until > from]).toEqual(['2026-11-25', '2026-11-25', true]);
  expect([firstDay(null), lastDay(null), startOf(''), endOf('')]).toEqual(['', '', null, null]);
});

it.each([
  [null, null, 'always'],
  [5, null, 'later'],
  [4, 5, 'now'],
  [null, 4, 'over'],
] as const)('from %s to %s is, at 4, %s', (validFrom, validTo, expected) => {
  expect(validityAt({ validFrom, validTo }, 4)).toBe(expected);
});
