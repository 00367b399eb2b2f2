import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '@/flows/knowledge/article';

export interface Question {
  text: string;
  intent: string;
}

/** Questions to learn from and questions to try, with those that nothing learnt answers. */
export interface FaqSet {
  name: string;
  language: string;
  train: Question[];
  test: Question[];
  outOfScope: string[];
}

const FOLDER = join('..', 'shared', 'data', 'faq');
const EVERY_FOURTH = 4;

export function faqDataExists(): boolean {
  return existsSync(FOLDER);
}

/** nlp.js support corpora; the questions of the intent without training questions are out of scope. */
export function nlpjs(language: 'en' | 'fr'): FaqSet {
  // The French file was translated by machine, keys included: intents are told apart by their place.
  const { data } = JSON.parse(readFileSync(join(FOLDER, `nlpjs-${language}.json`), 'utf8')) as {
    data: { intent?: string; intention?: string; utterances: string[]; tests: string[] }[];
  };
  const set: FaqSet = { name: `nlp.js ${language.toUpperCase()}`, language, train: [], test: [], outOfScope: [] };
  data.forEach((entry, at) => {
    const intent = `${String(at + 1).padStart(2, '0')} ${entry.intent ?? entry.intention ?? entry.utterances[0] ?? ''}`;
    set.train.push(...entry.utterances.map((text) => ({ text, intent })));
    if (entry.utterances.length > 0) set.test.push(...entry.tests.map((text) => ({ text, intent })));
    else set.outOfScope.push(...entry.tests);
  });
  return set;
}

/** BANKING77, all of it or the first `examples` training questions of each intent. */
export function banking77(examples = Infinity): FaqSet {
  const train = firstOfEach(csv('banking77-train.csv'), examples);
  const name = examples === Infinity ? 'BANKING77' : `BANKING77, ${examples} examples`;
  return { name, language: 'en', train, test: csv('banking77-test.csv'), outOfScope: [] };
}

export function clinc150(part: 'validation' | 'test'): FaqSet {
  const data = JSON.parse(readFileSync(join(FOLDER, 'clinc150.json'), 'utf8')) as Record<string, [string, string][]>;
  const read = (key: string): Question[] => (data[key] ?? []).map(([text, intent]) => ({ text, intent }));
  const key = part === 'test' ? 'test' : 'val';
  return { name: part === 'test' ? 'CLINC150' : 'CLINC150 validation', language: 'en', train: read('train'), test: read(key), outOfScope: read(`oos_${key}`).map(({ text }) => text) };
}

/** The set without every fourth intent, whose questions become out of scope: near ones, the hardest kind. */
export function withoutEveryFourth(set: FaqSet): FaqSet {
  return keepIntents(set, `${set.name}, a quarter of the articles missing`, (_, at) => at % EVERY_FOURTH !== EVERY_FOURTH - 1);
}

/** A workspace that has just begun: every `step`-th intent with three phrasings; all else is out of scope. */
export function smallWorkspace(set: FaqSet, articles: number): FaqSet {
  const step = Math.floor(new Set(set.train.map(({ intent }) => intent)).size / articles);
  const small = keepIntents(set, `${set.name}, ${articles} articles of 3 phrasings`, (_, at) => at % step === 0 && at / step < articles);
  return { ...small, train: firstOfEach(small.train, 3) };
}

/** Each intent is an article, its training questions the phrasings. */
export function articlesOf({ train, language }: FaqSet): Article[] {
  const phrasings = new Map<string, string[]>();
  for (const { text, intent } of train) phrasings.set(intent, [...(phrasings.get(intent) ?? []), text]);
  return [...phrasings].map(([id, [title = '', ...others]]) => ({
    id,
    title: { [language]: title },
    phrasings: { [language]: others },
    answer: {},
    tags: [],
    validFrom: null,
    validTo: null,
    revision: 1,
  }));
}

/** One slip in the longest word, of a kind that changes with `at`: a letter missing, two swapped, one doubled, one wrong. */
export function misspelt(text: string, at: number): string {
  const words = text.split(' ');
  const longest = words.reduce((best, word, place) => (word.length > (words[best] ?? '').length ? place : best), 0);
  const word = words[longest] ?? '';
  if (word.length < 4) return text;
  const place = 1 + ((at * 7) % (word.length - 2));
  const [before, letter, after] = [word.slice(0, place), word[place] ?? '', word.slice(place + 1)];
  const slips = [`${before}${after}`, `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`, `${before}${letter}${letter}${after}`, `${before}${letter === 'e' ? 'a' : 'e'}${after}`];
  words[longest] = slips[at % slips.length] ?? word;
  return words.join(' ');
}

function keepIntents(set: FaqSet, name: string, keeps: (intent: string, at: number) => boolean): FaqSet {
  const kept = new Set([...new Set(set.train.map(({ intent }) => intent))].filter(keeps));
  const missing = set.test.filter(({ intent }) => !kept.has(intent)).map(({ text }) => text);
  return {
    ...set,
    name,
    train: set.train.filter(({ intent }) => kept.has(intent)),
    test: set.test.filter(({ intent }) => kept.has(intent)),
    outOfScope: [...set.outOfScope, ...missing],
  };
}

function firstOfEach(questions: Question[], most: number): Question[] {
  const seen = new Map<string, number>();
  return questions.filter(({ intent }) => {
    seen.set(intent, (seen.get(intent) ?? 0) + 1);
    return (seen.get(intent) ?? 0) <= most;
  });
}

/** RFC 4180: `text,category`, a quoted field may hold commas, line ends and doubled quotes. */
function csv(file: string): Question[] {
  const content = readFileSync(join(FOLDER, file), 'utf8');
  const rows = [...content.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*)),([^\r\n]*)\r?(?:\n|$)/g)];
  return rows.slice(1).map(([, quoted, plain = '', intent = '']) => ({ text: quoted?.replaceAll('""', '"') ?? plain, intent }));
}
