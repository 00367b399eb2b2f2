import type { AnswerRule, ParsedAnswer } from '@/flows/answers/answer-rule';
import { parseAnswer } from '@/flows/answers/parse-answer';
import type { ActionJson, MachineContext } from '@/flows/compiler/machine-json';
import type { Outcome } from '../outcome';
import type { Turn } from '../turn';
import { assignVariable } from './variables';

type TakeAnswer = Extract<ActionJson, { type: 'take-answer' }>['params'];

/** What the agent reads where a secret was given. */
const HIDDEN = '•••';

export function answerValid(turn: Turn, context: MachineContext, { answer }: { answer: AnswerRule }): boolean {
  return parsed(turn, context, answer).ok;
}

/** The variable's part of `take-answer`; what is no answer changes nothing. */
export function keepAnswer(turn: Turn, context: MachineContext, { variable, answer }: TakeAnswer): Partial<MachineContext> {
  const given = parsed(turn, context, answer);
  return given.ok && variable !== null ? assignVariable(context, { variable, value: given.value }) : {};
}

/** The agent's part of `take-answer`. */
export function noteAnswer(outcome: Outcome, turn: Turn, context: MachineContext, { answer, node, title, secret }: TakeAnswer): void {
  const given = parsed(turn, context, answer);
  if (!given.ok) return;
  const value = secret ? Object.fromEntries(turn.languages.map((language) => [language, HIDDEN])) : given.shown;
  outcome.emit({ kind: 'answer.record', node, title, value });
}

function parsed(turn: Turn, { language }: MachineContext, rule: AnswerRule): ParsedAnswer {
  if (!turn.message) return { ok: false };
  const { text, choice } = turn.message;
  return parseAnswer(text, rule, { ...(choice === undefined ? {} : { choice }), now: turn.now, language, languages: turn.languages });
}
