import type { LocalizedText } from '@/flows/document/localized-text';
import type { AnswerCircumstances, AnswerRule, ParsedAnswer } from './answer-rule';
import { normaliseAnswer } from './normalise-answer';
import { parseDay } from './parse-day';
import { parseEmail } from './parse-email';
import { parseNumber } from './parse-number';
import { parsePhone } from './parse-phone';

/** Whether a customer's words are an answer, and which. Pure; the same words give the same answer on every machine. */
export function parseAnswer(text: string, rule: AnswerRule, circumstances: AnswerCircumstances): ParsedAnswer {
  switch (rule.kind) {
    case 'text':
      return answer(parseText(text, rule), circumstances);
    case 'email':
      return answer(parseEmail(text), circumstances);
    case 'number':
      return answer(parseNumber(text, rule, circumstances.language), circumstances);
    case 'phone':
      return answer(parsePhone(text, rule.country), circumstances);
    case 'date':
      return answer(parseDay(text, rule, circumstances), circumstances);
    case 'choice':
      return choose(text, rule, circumstances);
  }
}

function answer(value: string | number | undefined, { languages }: AnswerCircumstances): ParsedAnswer {
  return value === undefined ? { ok: false } : { ok: true, value, shown: inEvery(languages, String(value)) };
}

/** Length in characters as people count them, blanks around it aside. */
function parseText(text: string, { min = 1, max = 4096 }: { min?: number; max?: number }): string | undefined {
  const trimmed = text.trim();
  const length = [...trimmed].length;
  return length >= min && length <= max ? trimmed : undefined;
}

function choose(text: string, { options }: Extract<AnswerRule, { kind: 'choice' }>, { choice, languages }: AnswerCircumstances): ParsedAnswer {
  const key = normaliseAnswer(text);
  const found = options.find(({ value }) => value === choice) ?? options.find(({ keys }) => keys.includes(key));
  if (!found) return { ok: false };
  const words = languages.map((language) => found.label[language]).find((label) => label?.trim()) ?? Object.values(found.label)[0] ?? found.value;
  return { ok: true, value: words, shown: found.label };
}

function inEvery(languages: readonly string[], text: string): LocalizedText {
  return Object.fromEntries(languages.map((language) => [language, text]));
}
