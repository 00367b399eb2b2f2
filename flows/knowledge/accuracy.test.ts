import { describe, expect, it } from 'vitest';
import { articlesOf, faqDataExists, nlpjs } from '@/bench/faq-sets';
import { buildIndex } from './build-index';
import { searchKnowledge } from './search-knowledge';

// The sets stand beside the checkout where this is built; elsewhere there is nothing to measure.
const present = faqDataExists();

if (!present && process.env['CI'] === 'true') {
  it('the question sets are there', () => expect.fail('../shared/data/faq is missing'));
}

/** Floors a little under what `npm run bench -- faq` prints, so that a change for the worse is seen at once. */
describe.skipIf(!present).each([
  ['en', { right: 0.9, rightWhenAnswered: 0.98 }],
  ['fr', { right: 0.74, rightWhenAnswered: 0.95 }],
] as const)('real questions in %s', (language, floor) => {
  const set = present ? nlpjs(language) : { name: '', language, train: [], test: [], outOfScope: [] };
  const index = buildIndex(articlesOf(set), language);
  const found = set.test.map(({ text, intent }) => ({ ...searchKnowledge(index, text, { now: 0, limit: 3 }), intent }));
  const answered = found.filter(({ outcome }) => outcome === 'answered');
  const right = answered.filter(({ candidates, intent }) => candidates[0]?.id === intent);

  it('answers most, and rightly', () => {
    expect(set.test).toHaveLength(250);
    expect(right.length / set.test.length).toBeGreaterThan(floor.right);
    expect(right.length / answered.length).toBeGreaterThan(floor.rightWhenAnswered);
  });

  it('answers hardly a question of another language wrongly', () => {
    const placeOf = (intent: string | undefined) => intent?.slice(0, 2);
    const other = nlpjs(language === 'en' ? 'fr' : 'en').test;
    const mistaken = other.filter(({ text, intent }) => {
      const { outcome, candidates } = searchKnowledge(index, text, { now: 0, limit: 3 });
      return outcome === 'answered' && placeOf(candidates[0]?.id) !== placeOf(intent);
    });
    expect(mistaken.length / other.length).toBeLessThan(0.02);
  });
});
