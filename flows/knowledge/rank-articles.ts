import type { KnowledgeIndex } from './build-index';
import { featuresOf, stemKey } from './features';
import { scoresOf } from './separators';
import { THRESHOLDS } from './thresholds';
import { understand } from './understand';
import { vectorOf } from './vocabulary';
import { wordsOf } from './words-of';

export interface RankedArticle {
  id: string;
  /** 0 to 1, see `KnowledgeCandidate`. */
  score: number;
  /** The question is, word for word, the article's title or one of its phrasings. */
  verbatim: boolean;
}

/** A question of so few words, of which one names a subject, is a mention: « ma commande ». */
const MENTION = 2;
const UNSURE = (THRESHOLDS.unsure + THRESHOLDS.answered) / 2;

/** Every article valid at `now` (epoch milliseconds), the likeliest answer first; none for a question without words. */
export function rankArticles(index: KnowledgeIndex, query: string, now: number): RankedArticle[] {
  const words = wordsOf(query);
  const valid = index.articles.flatMap(({ validFrom, validTo }, at) => ((validFrom ?? now) <= now && now < (validTo ?? Infinity) ? [at] : []));
  if (words.length === 0 || valid.length === 0) return [];

  const { words: understood, knownShare } = understand(words, index);
  const distances = scoresOf(index.separators, vectorOf(featuresOf(understood, index.rules), index.vocabulary));
  const verbatim = new Set(index.exact.get(understood.join(' ')));
  const mentioned = new Set(mentionedBy(understood, index).filter((at) => valid.includes(at)));
  const order = [...valid].sort((a, b) => (distances[b] ?? 0) - (distances[a] ?? 0) || a - b);
  return order
    .map((at) => {
      const rival = order[0] === at ? order[1] : order[0];
      const certainty = confidence(distances[at] ?? -1, rival === undefined ? undefined : distances[rival], knownShare);
      const score = verbatim.has(at) ? 1 : mentioned.size > 1 ? (mentioned.has(at) ? UNSURE : 0) : certainty;
      return { id: index.articles[at]?.id ?? '', score, verbatim: verbatim.has(at) };
    })
    .sort((a, b) => b.score - a.score);
}

/** The articles that use the one subject a question names; none when it asks anything about it. */
function mentionedBy(words: readonly string[], { rules, users }: KnowledgeIndex): number[] {
  const subjects = words.filter((word) => !rules.functionWords.has(word));
  const [subject] = subjects;
  return subject === undefined || subjects.length > 1 || words.length > MENTION ? [] : [...(users.get(stemKey(rules.stem(subject))) ?? [])];
}

/**
 * From 0 to 1: how far on the article's side the question lies, as far as its words are known, and how far before its
 * strongest rival.
 */
function confidence(own: number, rival: number | undefined, knownShare: number): number {
  const lead = rival === undefined ? 0 : own - Math.max(-1, rival);
  const evidence = Math.max(0, (1 + own) * knownShare + lead / 2);
  return evidence / (1 + evidence);
}
