import { wordsOf } from '@/flows/knowledge/words-of';
import type { Question } from './faq-sets';

const K1 = 1.5;
const B = 0.75;

/** The reference: the intent of the training question nearest by BM25 over folded words. */
export function bm25Nearest(train: readonly Question[]): (text: string) => string | undefined {
  const lengths: number[] = [];
  const postings = new Map<string, Map<number, number>>();
  train.forEach(({ text }, at) => {
    const words = wordsOf(text);
    lengths.push(words.length);
    for (const word of words) {
      const posting = postings.get(word) ?? new Map<number, number>();
      posting.set(at, (posting.get(at) ?? 0) + 1);
      postings.set(word, posting);
    }
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return (text) => {
    const scores = new Float64Array(train.length);
    for (const word of new Set(wordsOf(text))) {
      const posting = postings.get(word);
      if (!posting) continue;
      const rarity = Math.log(1 + (train.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [at, times] of posting) {
        scores[at] = (scores[at] ?? 0) + (rarity * times * (K1 + 1)) / (times + K1 * (1 - B + (B * (lengths[at] ?? 0)) / average));
      }
    }
    let best = 0;
    scores.forEach((score, at) => {
      if (score > (scores[best] ?? 0)) best = at;
    });
    return train[best]?.intent;
  };
}
