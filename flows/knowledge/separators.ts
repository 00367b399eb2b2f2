import type { TextVector } from './vocabulary';

/** One linear function per article, above zero on its phrasings and below on all others (support vector machines). */
export interface Separators {
  articles: number;
  /** Feature-major: the weight of feature f for article a is `weights[f * articles + a]`. */
  weights: Float32Array;
  biases: Float64Array;
}

export interface Example {
  vector: TextVector;
  /** Position of the article the phrasing belongs to. */
  article: number;
  /** What being on the wrong side costs, as the term it adds to the dual's diagonal: 1 / (2 · cost). */
  softness: number;
}

const EPOCHS = 6;
/** In these epochs only articles that a phrasing still pushes on are looked at: most never matter to it. */
const SHORT_EPOCHS = new Set([2, 3, 5]);
const STILL = 1e-5;

/**
 * Dual coordinate descent on the squared hinge loss (Hsieh et al. 2008), all articles at once. The order of visits comes
 * from a fixed generator, so the same phrasings give the same weights to the last bit on every machine.
 */
export function* trainSeparators(examples: readonly Example[], articles: number, features: number): Generator<undefined, Separators> {
  const weights = new Float32Array(features * articles);
  const biases = new Float64Array(articles);
  const separators = { articles, weights, biases };
  const pushes = examples.map(() => new Float32Array(articles));
  const diagonals = examples.map(({ vector, softness }) => 1 + softness + vector.values.reduce((sum, value) => sum + value * value, 0));
  const scores = new Float64Array(articles);
  const all = Int32Array.from({ length: articles }, (_, article) => article);
  const changes = new Float64Array(articles);
  const changed = new Int32Array(articles);
  const order = examples.map((_, at) => at);
  const shuffle = shuffler();

  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order);
    for (const at of order) {
      const example = examples[at] as Example;
      const push = pushes[at] as Float32Array;
      const diagonal = diagonals[at] as number;
      const looked = SHORT_EPOCHS.has(epoch) ? all.filter((article) => push[article] !== 0) : all;
      if (looked.length === articles) scoreInto(scores, separators, example.vector);
      else scoreSome(scores, looked, separators, example.vector);
      let count = 0;
      for (const article of looked) {
        const sign = article === example.article ? 1 : -1;
        const before = push[article] as number;
        const gradient = sign * (scores[article] as number) - 1 + before * example.softness;
        const after = Math.fround(Math.max(0, before - gradient / diagonal));
        if (Math.abs(after - before) < STILL) continue;
        push[article] = after;
        changes[count] = (after - before) * sign;
        changed[count] = article;
        count += 1;
      }
      if (count > 0) move(separators, example.vector, changed.subarray(0, count), changes);
      yield;
    }
  }
  return separators;
}

/** How far on each article's side a text lies: about 1 on its phrasings, about -1 on others. */
export function scoresOf(separators: Separators, vector: TextVector): Float64Array {
  const scores = new Float64Array(separators.articles);
  scoreInto(scores, separators, vector);
  return scores;
}

function scoreInto(scores: Float64Array, { articles, weights, biases }: Separators, { ids, values }: TextVector): void {
  scores.set(biases);
  for (let k = 0; k < ids.length; k += 1) {
    const value = values[k] as number;
    const row = (ids[k] as number) * articles;
    for (let article = 0; article < articles; article += 1) scores[article] = (scores[article] as number) + value * (weights[row + article] as number);
  }
}

function scoreSome(scores: Float64Array, looked: Int32Array, { articles, weights, biases }: Separators, { ids, values }: TextVector): void {
  for (const article of looked) {
    let score = biases[article] as number;
    for (let k = 0; k < ids.length; k += 1) score += (values[k] as number) * (weights[(ids[k] as number) * articles + article] as number);
    scores[article] = score;
  }
}

function move({ articles, weights, biases }: Separators, { ids, values }: TextVector, changed: Int32Array, changes: Float64Array): void {
  for (let at = 0; at < changed.length; at += 1) {
    const article = changed[at] as number;
    biases[article] = (biases[article] as number) + (changes[at] as number);
  }
  for (let k = 0; k < ids.length; k += 1) {
    const value = values[k] as number;
    const row = (ids[k] as number) * articles;
    for (let at = 0; at < changed.length; at += 1) {
      const cell = row + (changed[at] as number);
      weights[cell] = (weights[cell] as number) + value * (changes[at] as number);
    }
  }
}

/** Fisher-Yates on a linear congruential generator: the same visits on every build. */
function shuffler(): (order: number[]) => void {
  let state = 12_345;
  return (order) => {
    for (let last = order.length - 1; last > 0; last -= 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      const other = state % (last + 1);
      [order[last], order[other]] = [order[other] as number, order[last] as number];
    }
  };
}
