import type { AnswerRule } from '@/flows/answers/answer-rule';
import { parseAnswer } from '@/flows/answers/parse-answer';
import type { Calendar } from '@/flows/calendars/calendar';
import { isOpen } from '@/flows/calendars/is-open';
import { nextOpening } from '@/flows/calendars/next-opening';
import { compile } from '@/flows/compiler/compile';
import { canonicalJson } from '@/flows/document/canonical-json';
import { describeProblem } from '@/flows/document/describe-problem';
import type { Json, JsonObject } from '@/flows/document/json';
import { parseDocument } from '@/flows/document/parse-document';
import { evaluateCondition } from '@/flows/expressions/condition';
import { formatDate, formatMoney, formatNumber } from '@/flows/expressions/format';
import { checkTemplate, renderTemplate } from '@/flows/expressions/template';
import { defaultRegistry } from '@/flows/nodes/registry';
import type { Article } from '@/flows/knowledge/article';
import { articleSearch } from '@/flows/knowledge/article-search';
import { scriptSchema, type Script } from '@/flows/simulator/script';
import { simulate } from '@/flows/simulator/simulate';
import { SimulationError } from '@/flows/simulator/simulation-error';
import { fnv1a } from './fnv1a';

/** The files the digest is taken of, read by whoever runs it: this module runs in browsers too. */
export interface Library {
  flows: { name: string; document: unknown; scripts: { name: string; script: unknown }[] }[];
  articles: Article[];
  /** As text: only JSON.parse makes an own property of `__proto__`. */
  templates: string;
  conditions: string;
  answers: string;
}

/** One digest over everything flows/ computes from the library, and one per part, so that a difference can be found. */
export function digest(library: Library): { digest: string; parts: Record<string, string> } {
  const parts: Record<string, string> = {};
  const add = (name: string, value: unknown) => {
    parts[name] = fnv1a(canonicalJson(JSON.parse(JSON.stringify(value)) as Json));
  };
  const knowledge = articleSearch(library.articles, 1);
  for (const { name, document, scripts } of library.flows) {
    const parsed = parseDocument(document);
    if (!parsed.ok) throw new Error(`${name} does not parse`);
    const compiled = compile(parsed.document, { ref: name, registry: defaultRegistry });
    add(`${name}: compiled`, compiled);
    if (!compiled.ok) throw new Error(`${name} is not sound`);
    const play = (script: Script) => simulate(compiled.flow, script, { knowledge });
    for (const { name: script, script: given } of scripts) {
      const written = scriptSchema.parse(given);
      add(`${name}, ${script}: transcript and trace`, play(written));
      // In other languages its buttons do not show: their words are said instead.
      const events = written.events.map((event) => ('press' in event ? { say: event.press } : event));
      for (const language of LOCALES) add(`${name}, ${script}, said in ${language}: transcript and trace`, orRefusal(() => play({ ...written, language, events })));
    }
  }
  add('dates', INSTANTS.flatMap((instant) => ZONES.flatMap((zone) => LOCALES.flatMap((locale) => STYLES.map((style) => formatDate(instant, style, { locale, zone }) ?? null)))));
  add('numbers', NUMBERS.flatMap((value) => LOCALES.flatMap((locale) => [formatNumber(value, { locale }), formatNumber(value, { locale, decimals: 2 }), formatMoney(value, 'EUR', { locale })])));
  add('templates', templates(library.templates));
  add('conditions', conditions(library.conditions));
  add('answers', answers(library.answers));
  add('openings', INSTANTS.map((instant) => [isOpen(SERVICE, instant), nextOpening(SERVICE, instant)]));
  add('sentences', LOCALES.map((locale) => describeProblem({ code: 'missing-field', path: 'nodes.a1', params: {} }, locale)));
  return { digest: fnv1a(canonicalJson(parts)), parts };
}

/** In another language a question may find other articles, and the script then ask for what does not happen. */
function orRefusal(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof SimulationError) return { code: error.code, event: error.event };
    throw error;
  }
}

const LOCALES = ['fr', 'en', 'fr-CA', 'de'];
const ZONES = ['UTC', 'Europe/Paris', 'America/Toronto', 'America/St_Johns', '+13:00', '-09:30'];
const STYLES = ['short', 'medium', 'long', 'full', 'time', 'date-time', '%A %-d %B %Y %H:%M:%S %I %p %z'];
/** Around midnights, years' ends, leap days and changes of the clock. */
const INSTANTS = [
  0, 1_767_225_599_999, 1_767_225_600_000, Date.UTC(2024, 1, 29, 12), Date.UTC(2026, 2, 29, 0, 59, 59), Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 0, 59, 59),
  Date.UTC(2026, 9, 25, 1), Date.UTC(2026, 2, 8, 7), Date.UTC(2026, 10, 1, 6), Date.UTC(1969, 6, 20, 20, 17), Date.UTC(2199, 11, 31, 23, 59, 59),
];
const NUMBERS = [0, -0, 1, -1, 0.1 + 0.2, 1.005, 2.5, -1234.5, 1e6, 123456789.987, 1e21, Number.MAX_SAFE_INTEGER, Number.MIN_VALUE, Number.NaN, Number.POSITIVE_INFINITY];

const SERVICE: Calendar = {
  key: 'service', name: {}, timeZone: 'America/St_Johns', holidays: [{ date: '2026-01-01', name: {}, spans: [] }],
  spans: { mon: [{ from: '01:15', to: '02:30' }, { from: '22:00', to: '24:00' }], tue: [], wed: [], thu: [], fri: [{ from: '09:00', to: '12:00' }], sat: [], sun: [{ from: '02:15', to: '02:45' }] },
};

/** Each case of flows/answers, in every language. */
function answers(text: string): unknown {
  const { now, languages, groups } = JSON.parse(text) as { now: string; languages: string[]; groups: { rule: AnswerRule; cases: [string, unknown][] }[] };
  return groups.map(({ rule, cases }) => cases.map(([words]) => LOCALES.map((language) => parseAnswer(words, rule, { now: Date.parse(now), language, languages }))));
}

function templates(text: string): unknown {
  const { environment, cases } = JSON.parse(text) as { environment: JsonObject; cases: { template: string }[] };
  return cases.map(({ template }) => [checkTemplate(template).ok, renderTemplate(template, environment, { locale: 'fr', limits: { textLength: 4096 } })]);
}

function conditions(text: string): unknown {
  const { environment, cases } = JSON.parse(text) as { environment: JsonObject; cases: { condition: string }[] };
  // Details of failures hold the library's own words, which name files of its own on some engines.
  return cases.map(({ condition }) => {
    const outcome = evaluateCondition(condition, environment);
    return outcome.ok ? outcome.value : outcome.code;
  });
}
