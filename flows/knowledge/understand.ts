import type { KnowledgeIndex } from './build-index';
import { stemKey } from './features';
import { kinOf, respelled } from './spelling';

/** What a word counts as known that was misspelt, by the number of slips. */
const SLIP_WEIGHTS = [1, 0.8, 0.64];
/** What a word counts as known that only looks like a form of a known one. */
const KIN_WEIGHT = 0.6;

/** The question with misspelt and unseen forms of words put right, and the share of its meaning that lies in words the phrasings use. */
export function understand(words: readonly string[], { dictionary, rules, vocabulary }: KnowledgeIndex): { words: string[]; knownShare: number } {
  let known = 0;
  let total = 0;
  const understood = words.map((word) => {
    const key = stemKey(rules.stem(word));
    if (dictionary.known.has(word) || vocabulary.ids.has(key)) {
      const weight = weightOf(key);
      total += weight;
      if (vocabulary.ids.has(key)) known += weight;
      return word;
    }
    const meant = meantBy(word);
    const weight = weightOf(meant ? stemKey(rules.stem(meant.word)) : key);
    total += weight;
    if (meant) known += weight * meant.certainty;
    return meant?.word ?? word;
  });
  return { words: understood, knownShare: total === 0 ? 0 : known / total };

  function meantBy(word: string): { word: string; certainty: number } | undefined {
    const spelling = respelled(word, dictionary);
    if (spelling) return { word: spelling.word, certainty: SLIP_WEIGHTS[spelling.slips] ?? 0 };
    const kin = kinOf(word, dictionary);
    return kin === undefined ? undefined : { word: kin, certainty: KIN_WEIGHT };
  }
  function weightOf(key: string): number {
    const id = vocabulary.ids.get(key);
    const rarity = id === undefined ? vocabulary.unknownRarity : (vocabulary.rarities[id] ?? 0);
    return id === undefined && vocabulary.functionStems.has(key) ? rarity / 2 : rarity;
  }
}
