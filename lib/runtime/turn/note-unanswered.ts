import type { JsonObject } from '@/flows/document/json';
import type { Effect, KnowledgeResult, TraceEntry } from '@/flows/engine/engine-types';
import { wordsOf } from '@/flows/knowledge/words-of';
import type { TurnDraft } from './turn-draft';

/** Characters kept of a question: no phrasing of an article is longer. */
const LENGTH = 400;

/** A search that found no certain answer: its question is kept for whoever writes the articles. */
export function noteSearched(draft: TurnDraft, { query, language }: Extract<Effect, { kind: 'knowledge.search' }>, { outcome }: KnowledgeResult): void {
  if (outcome !== 'answered') keep(draft, { query, language, outcome, asked: true });
}

/** The customer said that an answer did not help: the question that step had searched for was not answered after all. */
export function noteNotHelped(draft: TurnDraft, trace: readonly TraceEntry[]): void {
  const context = draft.session?.state.frames.at(-1)?.context;
  for (const entry of trace) {
    if (entry.kind !== 'left' || entry.port !== 'not-helped') continue;
    const result = context?.results?.[entry.node] as JsonObject | null | undefined;
    const query = result?.['query'];
    if (typeof query !== 'string' || !context) continue;
    // One that was unsure has been counted when it was asked.
    keep(draft, { query, language: context.language, outcome: 'not-helped', asked: result?.['outcome'] === 'answered' });
  }
}

function keep(draft: TurnDraft, { query, language, outcome, asked }: { query: string; language: string; outcome: 'none' | 'unsure' | 'not-helped'; asked: boolean }): void {
  const words = wordsOf(query).join(' ').slice(0, LENGTH);
  // Drivers end a text at a NUL, and a line is what a phrasing is.
  const text = query.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, LENGTH);
  if (words !== '') draft.addUnanswered({ language, words, text, outcome, asked });
}
