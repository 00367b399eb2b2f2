import { isDay } from '@/flows/document/variable-value';
import { zoneOffset } from '@/flows/expressions/zone';
import type { AnswerCircumstances, AnswerRule } from './answer-rule';
import { normaliseAnswer } from './normalise-answer';

const DAY = 86_400_000;
const MONTHS = [
  ['january', 'jan', 'janvier', 'janv'], ['february', 'feb', 'fevrier', 'fevr', 'fev'], ['march', 'mar', 'mars'], ['april', 'apr', 'avril', 'avr'],
  ['may', 'mai'], ['june', 'jun', 'juin'], ['july', 'jul', 'juillet', 'juil'], ['august', 'aug', 'aout'], ['september', 'sept', 'sep', 'septembre'],
  ['october', 'oct', 'octobre'], ['november', 'nov', 'novembre'], ['december', 'dec', 'decembre'],
];
const WEEKDAYS = [['sunday', 'dimanche'], ['monday', 'lundi'], ['tuesday', 'mardi'], ['wednesday', 'mercredi'], ['thursday', 'jeudi'], ['friday', 'vendredi'], ['saturday', 'samedi']];
const RELATIVE: Record<string, number> = {
  today: 0, 'aujourd hui': 0, tomorrow: 1, demain: 1, yesterday: -1, hier: -1, 'day after tomorrow': 2, 'apres demain': 2,
};

/**
 * A day as people write it, as `2026-11-12`: `12/11/2026`, `2026-11-12`, « 12 nov. 2026 », "November 12", « demain »,
 * « lundi ». Days stand before months in digits. Without a year, it is the next such day that the bounds allow; a
 * weekday is the next one after today. Undefined when it is none, or outside the bounds.
 */
export function parseDay(text: string, { after, before, zone }: Extract<AnswerRule, { kind: 'date' }>, { now }: Pick<AnswerCircumstances, 'now'>): string | undefined {
  const today = Math.floor((now + (zoneOffset(zone, now) ?? 0)) / DAY) * DAY;
  const bound = (value: string | undefined) => (value === 'today' ? isoOf(today) : value);
  const [from, to] = [bound(after), bound(before)];
  const allowed = (day: string) => (from === undefined || day >= from) && (to === undefined || day <= to);
  return readings(text, today).find(allowed);
}

/** Every day the text may mean, the likeliest first. */
function readings(text: string, today: number): string[] {
  const digits = /^\s*(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})|(\d{1,2})[/.](\d{1,2}))\s*$/.exec(text.normalize('NFKC'));
  if (digits) {
    const [, year, month, day, first, second, last, soonDay, soonMonth] = digits;
    if (year !== undefined) return days(Number(year), Number(month), Number(day));
    if (last !== undefined) return days(fullYear(last), Number(second), Number(first));
    return nearest(Number(soonMonth), Number(soonDay), today);
  }
  const words = normaliseAnswer(text).replace(/^(le|the|on|du|ce|this|next) /, '').replace(/ (prochain|next)$/, '');
  const offset = Object.hasOwn(RELATIVE, words) ? RELATIVE[words] : undefined;
  if (offset !== undefined) return [isoOf(today + offset * DAY)];
  const weekday = WEEKDAYS.findIndex((names) => names.includes(words));
  if (weekday >= 0) return [isoOf(today + ((weekday - new Date(today).getUTCDay() + 6) % 7 + 1) * DAY)];
  return written(words, today);
}

/** `lundi 12 novembre 2026`, `november 12th 2026`, `12 nov`. */
function written(words: string, today: number): string[] {
  const plain = words.replace(new RegExp(`^(${WEEKDAYS.flat().join('|')}) (le |the )?`), '');
  const match = /^(\d{1,2})(?:er|st|nd|rd|th)? (?:of )?([a-z]+)(?: (\d{4}))?$/.exec(plain);
  const turned = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(plain);
  const [day, name, year] = match ? [match[1], match[2], match[3]] : turned ? [turned[2], turned[1], turned[3]] : [];
  const month = MONTHS.findIndex((names) => names.includes(name ?? '')) + 1;
  if (month === 0) return [];
  return year === undefined ? nearest(month, Number(day), today) : days(Number(year), month, Number(day));
}

/** This year's or a neighbour's, the next to come first, then the latest gone by. 29 February may be years away. */
function nearest(month: number, day: number, today: number): string[] {
  const year = new Date(today).getUTCFullYear();
  const all = Array.from({ length: 17 }, (_, index) => days(year - 8 + index, month, day)).flat();
  const now = isoOf(today);
  return [...all.filter((one) => one >= now), ...all.filter((one) => one < now).reverse()];
}

function days(year: number, month: number, day: number): string[] {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(iso) ? [iso] : [];
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function isoOf(midnight: number): string {
  return new Date(midnight).toISOString().slice(0, 10);
}
