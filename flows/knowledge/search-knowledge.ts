import type { KnowledgeIndex } from './build-index';
import { rankArticles } from './rank-articles';
import { THRESHOLDS } from './thresholds';

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

/** The articles valid at `now` (epoch milliseconds) that answer `query`, and how sure that is. */
export function searchKnowledge(index: KnowledgeIndex, query: string, { now, limit }: { now: number; limit: number }): KnowledgeResult {
  const ranked = rankArticles(index, query, now);
  const best = ranked[0]?.score ?? 0;
  if (best < THRESHOLDS.unsure) return { outcome: 'none', candidates: [] };
  const verbatim = ranked.filter((article) => article.verbatim).length;
  const sure = verbatim === 1 || (verbatim === 0 && best >= THRESHOLDS.answered);
  const offered = ranked.filter(({ score }) => score >= THRESHOLDS.offered).slice(0, limit);
  return { outcome: sure ? 'answered' : 'unsure', candidates: offered.map(({ id, score }) => ({ id, score })) };
}
