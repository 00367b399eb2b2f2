import type { KnowledgeIndex } from './build-index';
import { featuresOf, stemKey } from './features';
import { scoresOf } from './separators';
import { respelled } from './spelling';
import { THRESHOLDS } from './thresholds';
import { vectorOf } from './vocabulary';
import { wordsOf } from './words-of';

export interface KnowledgeCandidate {
  id: string;
  /** 0 (nothing in common) to 1 (these very words); comparable between workspaces, not a probability. */
  score: number;
}

export interface KnowledgeResult {
  /** `answered`: the first candidate is the answer; `unsure`: one of the candidates may be; `none`: no candidates. */
  outcome: 'answered' | 'unsure' | 'none';
  /** Best first, at most `limit`; equal scores in the order of their ids. */
  candidates: KnowledgeCandidate[];
}

/** What a word that was misspelt counts as known, for each slip. */
const SLIP_WEIGHT = 0.8;
/** A candidate this far below the best is not offered. */
const WORTH_OFFERING = 0.1;

/** The articles valid at `now` (epoch milliseconds) that answer `query`, and how sure that is. */
export function searchKnowledge(index: KnowledgeIndex, query: string, { now, limit }: { now: number; limit: number }): KnowledgeResult {
  const words = wordsOf(query);
  const valid = index.articles.flatMap(({ validFrom, validTo }, at) => ((validFrom ?? now) <= now && now < (validTo ?? Infinity) ? [at] : []));
  if (words.length === 0 || valid.length === 0) return { outcome: 'none', candidates: [] };

  const understood = understand(words, index);
  const distances = scoresOf(index.separators, vectorOf(featuresOf(understood.words, index.rules), index.vocabulary));
  const verbatim = (index.exact.get(understood.words.join(' ')) ?? []).filter((at) => valid.includes(at));
  const ranked = valid
    .map((at) => ({ at, id: idAt(index, at), score: verbatim.includes(at) ? 1 : confidence(at, distances, valid, understood.share) }))
    .sort((a, b) => b.score - a.score || (distances[b.at] ?? 0) - (distances[a.at] ?? 0) || a.at - b.at);

  const best = ranked[0]?.score ?? 0;
  if (best < THRESHOLDS.unsure) return { outcome: 'none', candidates: [] };
  const sure = verbatim.length === 1 || (verbatim.length === 0 && best >= THRESHOLDS.answered);
  const offered = ranked.filter(({ score }) => score >= WORTH_OFFERING).slice(0, limit);
  return { outcome: sure ? 'answered' : 'unsure', candidates: offered.map(({ id, score }) => ({ id, score })) };
}

/**
 * From 0 to 1: how far on the article's side the question lies, as far as its words are known, and how far before the
 * next article. One half is where answering starts on the set the thresholds come from.
 */
function confidence(at: number, distances: Float64Array, valid: readonly number[], knownShare: number): number {
  const own = distances[at] ?? -1;
  let rival = valid.length === 1 ? own : -1;
  for (const other of valid) if (other !== at && (distances[other] ?? -1) > rival) rival = distances[other] ?? -1;
  const evidence = Math.max(0, (1 + own) * knownShare + (own - rival) / 2);
  return evidence / (1 + evidence);
}

/** The question with misspelt words put right, and the share of its meaning that lies in words the phrasings use. */
function understand(words: readonly string[], { dictionary, rules, vocabulary }: KnowledgeIndex): { words: string[]; share: number } {
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
    const meant = respelled(word, dictionary);
    const weight = weightOf(meant ? stemKey(rules.stem(meant.word)) : key);
    total += weight;
    if (meant) known += weight * SLIP_WEIGHT ** meant.slips;
    return meant?.word ?? word;
  });
  return { words: understood, share: total === 0 ? 0 : known / total };

  function weightOf(key: string): number {
    const id = vocabulary.ids.get(key);
    const rarity = id === undefined ? vocabulary.unknownRarity : (vocabulary.rarities[id] ?? 0);
    return id === undefined && vocabulary.functionStems.has(key) ? rarity / 2 : rarity;
  }
}

function idAt(index: KnowledgeIndex, at: number): string {
  return index.articles[at]?.id ?? '';
}
