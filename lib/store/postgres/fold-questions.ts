import type { UnansweredRecord } from '../turn-records';

/** One question of a turn: `first` is how often it counts when it is new, `again` when it is known. */
type Question = Pick<UnansweredRecord, 'language' | 'words' | 'text' | 'outcome'> & { first: number; again: number };

/** The same question asked twice in a turn is one row. In one order everywhere, so that two turns never wait for each other. */
export function foldQuestions(records: readonly UnansweredRecord[]): Question[] {
  const questions = new Map<string, Question>();
  for (const { language, words, text, outcome, asked } of records) {
    const name = `${language}\n${words}`;
    const known = questions.get(name);
    const times = asked ? 1 : 0;
    if (known) Object.assign(known, { outcome, first: known.first + times, again: known.again + times });
    else questions.set(name, { language, words, text, outcome, first: 1, again: times });
  }
  return [...questions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, question]) => question);
}
