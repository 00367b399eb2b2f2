import { pickText, type Locale } from '@/flows/document/localized-text';
import type { Variable, VariableType } from '@/flows/document/variable';
import { CUSTOMER } from './suggest-condition';
import { fitting, type Suggestion, type Suggestions } from './suggestion';

const filter = (name: string, argument?: string): Suggestion =>
  argument === undefined ? { insert: name, kind: 'filter', detail: name } : { insert: `${name}: ${argument}`, kind: 'filter', detail: name, ...(argument === '""' && { back: 1 }) };

const FOR_TEXT = [filter('capitalize'), filter('upcase'), filter('downcase'), filter('truncate', '50'), filter('strip'), filter('default', '""')];
const FOR_NUMBER = [filter('number'), filter('money', '"EUR"'), filter('round', '2'), filter('plus', '1'), filter('minus', '1'), filter('times', '2'), filter('divided_by', '2'), filter('default', '""')];
const FOR_DATE = [filter('date', '"long"'), filter('date', '"short"'), filter('date', '"%d/%m/%Y"'), filter('default', '""')];
const FOR_LIST = [filter('join', '", "'), filter('first'), filter('last'), filter('size'), filter('sort'), filter('uniq'), filter('default', '""')];
const FILTERS: Record<VariableType, readonly Suggestion[]> = { text: FOR_TEXT, secret: FOR_TEXT, number: FOR_NUMBER, date: FOR_DATE, list: FOR_LIST, boolean: [filter('default', '""')], object: [filter('default', '""')] };

interface Named {
  variables: readonly Variable[];
  languages: readonly Locale[];
  language: Locale;
  /** The text is for colleagues, who may see secret variables. */
  secrets: boolean;
  /** Secrets of the workspace that may stand in the text. */
  keys?: readonly { key: string; name: string }[];
}

/**
 * What may follow at the caret of a text inside `{{ }}`: what can be named, and after a bar the filters that fit its type.
 * Nothing outside of them.
 */
export function suggestTemplate(source: string, caret: number, { variables, languages, language, secrets, keys = [] }: Named): Suggestions | null {
  const start = source.lastIndexOf('{{', caret - 2);
  const inside = start === -1 ? null : source.slice(start + 2, caret);
  if (inside === null || inside.includes('}}') || inside.includes('\n') || start + 2 > caret) return null;
  const rest = source.slice(caret);
  const closed = /^[^{}\n]*\}\}/.test(rest);
  const bar = inside.lastIndexOf('|');
  const written = /[\w.]*$/.exec(inside)?.[0] ?? '';
  const from = caret - written.length;
  const to = caret + (/^[\w.]*/.exec(rest)?.[0].length ?? 0);
  // A word that follows something other than the opening or a bar is an argument.
  const lead = inside.slice(bar + 1, inside.length - written.length);
  if (lead.trim() !== '') return null;
  const all = bar === -1 ? names() : filtersFor(/[\w.]+/.exec(inside)?.[0] ?? '');
  const found = fitting(all, written);
  if (found.length === 0 || (found.length === 1 && found[0]?.insert === written && closed)) return null;
  return { from, to, items: found.map((item) => finished(item, lead)) };

  function names(): Suggestion[] {
    const declared = variables
      .filter(({ type }) => secrets || type !== 'secret')
      .map(({ name, type, label }): Suggestion => ({ insert: name, kind: 'variable', detail: type, label: pickText(label, language, languages) || name }));
    const beside = Object.entries(CUSTOMER).flatMap(([of, fields]) => fields.map((field): Suggestion => ({ insert: `${of}.${field}`, kind: 'customer', detail: field })));
    const sealed = keys.map(({ key, name }): Suggestion => ({ insert: `secrets.${key}`, kind: 'secret', detail: 'secret', label: name }));
    return [...declared, ...beside, ...sealed];
  }

  function filtersFor(name: string): readonly Suggestion[] {
    return FILTERS[variables.find((variable) => variable.name === name)?.type ?? 'text'];
  }

  /** With the space before it and the braces after it that are still missing. */
  function finished(item: Suggestion, lead: string): Suggestion {
    const space = lead === '' ? ' ' : '';
    const end = closed ? '' : ' }}';
    return { ...item, insert: space + item.insert + end, ...(item.back !== undefined && { back: item.back + end.length }) };
  }
}
