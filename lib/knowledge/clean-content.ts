import type { ArticleContent } from '@/flows/knowledge/article';
import { Refusal } from '@/lib/refusal';

/** An article as it is kept: without blanks around its texts, without empty ones, each phrasing and tag once. Refuses `validity-reversed`. */
export function cleanContent({ title, answer, phrasings, tags, validFrom, validTo }: ArticleContent): ArticleContent {
  if (validFrom !== null && validTo !== null && validFrom >= validTo) throw new Refusal('invalid', 'validity-reversed');
  return {
    title: mapped(title, line),
    answer: mapped(answer, (text) => text.replace(CONTROL, '').trim()),
    phrasings: Object.fromEntries(Object.entries(phrasings).flatMap(([language, texts]) => (lines(texts).length > 0 ? [[language, lines(texts)]] : []))),
    tags: lines(tags),
    validFrom,
    validTo,
  };
}

/** Control characters but tabs and line ends: drivers end a text at a NUL. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

function line(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

function lines(texts: readonly string[]): string[] {
  return [...new Set(texts.map(line).filter((text) => text !== ''))];
}

function mapped(texts: Record<string, string>, clean: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).flatMap(([language, text]) => (clean(text) === '' ? [] : [[language, clean(text)]])));
}
