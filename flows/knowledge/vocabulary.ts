import { type Features, stemKey } from './features';
import type { LanguageRules } from './languages/language-rules';
import { naturalLog } from './natural-log';

/** Every feature of the phrasings, with how much it says: a rare one says more. */
export interface Vocabulary {
  ids: ReadonlyMap<string, number>;
  rarities: Float64Array;
  /** What a word that no phrasing uses weighs. */
  unknownRarity: number;
  functionStems: ReadonlySet<string>;
}

/** A text as numbers: feature `ids[k]` has `values[k]`. */
export interface TextVector {
  ids: number[];
  values: number[];
}

const KIND_WEIGHTS = { words: 1, pairs: 0.5, pieces: 1 };
const FUNCTION_WORD_WEIGHT = 0.5;
/** From this many phrasings on, a pair or piece seen once only fills memory. */
const MANY_PHRASINGS = 1000;

export function* buildVocabulary(phrasings: readonly Features[], rules: LanguageRules): Generator<undefined, Vocabulary> {
  const frequencies = new Map<string, number>();
  for (const phrasing of phrasings) {
    for (const kind of [phrasing.words, phrasing.pairs, phrasing.pieces]) {
      for (const key of kind.keys()) frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
    }
    yield;
  }
  const functionStems = new Set([...rules.functionWords].map((word) => stemKey(rules.stem(word))));
  const ids = new Map<string, number>();
  const rarities: number[] = [];
  const least = phrasings.length >= MANY_PHRASINGS ? 2 : 1;
  for (const [key, frequency] of frequencies) {
    if (frequency < least && !key.startsWith(stemKey(''))) continue;
    ids.set(key, rarities.length);
    rarities.push(rarity(phrasings.length, frequency) * (functionStems.has(key) ? FUNCTION_WORD_WEIGHT : 1));
  }
  return { ids, rarities: Float64Array.from(rarities), unknownRarity: rarity(phrasings.length, 0), functionStems };
}

/** Each kind has length one (times its weight), so that neither long words nor long questions outweigh the rest. */
export function vectorOf(features: Features, vocabulary: Vocabulary): TextVector {
  const vector: TextVector = { ids: [], values: [] };
  addKind(vector, features.words, KIND_WEIGHTS.words, vocabulary);
  addKind(vector, features.pairs, KIND_WEIGHTS.pairs, vocabulary);
  addKind(vector, features.pieces, KIND_WEIGHTS.pieces, vocabulary);
  return vector;
}

function addKind(vector: TextVector, features: ReadonlyMap<string, number>, weight: number, { ids, rarities }: Vocabulary): void {
  const start = vector.values.length;
  let squares = 0;
  for (const [key, times] of features) {
    const id = ids.get(key);
    if (id === undefined) continue;
    const value = (1 + naturalLog(times)) * (rarities[id] ?? 0);
    vector.ids.push(id);
    vector.values.push(value);
    squares += value * value;
  }
  const scale = squares === 0 ? 0 : weight / Math.sqrt(squares);
  for (let at = start; at < vector.values.length; at += 1) vector.values[at] = (vector.values[at] ?? 0) * scale;
}

function rarity(phrasings: number, frequency: number): number {
  return naturalLog((1 + phrasings) / (1 + frequency)) + 1;
}
