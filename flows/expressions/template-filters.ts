import { toValue } from 'liquidjs';
import type { Budget } from './budget';
import { formatDate, formatMoney, formatNumber } from './format';
import { parseInstant } from './instant';
import { listOf, numberOf, ownProperty, textOf } from './template-values';

export interface FilterScope {
  locale: string;
  budget: Budget;
}
export type TemplateFilter = (input: unknown, args: readonly unknown[], scope: FilterScope) => unknown;

/**
 * Every filter a template may use. All are our own: those of LiquidJS read the clock (`date`), are random (`sample`),
 * evaluate text (`where_exp`) or let a text grow far beyond what they charge for.
 */
export const TEMPLATE_FILTERS: Readonly<Record<string, TemplateFilter>> = {
  // Texts
  upcase: onText((text) => text.toUpperCase()),
  downcase: onText((text) => text.toLowerCase()),
  capitalize: onText((text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()),
  strip: onText((text) => text.trim()),
  lstrip: onText((text) => text.trimStart()),
  rstrip: onText((text) => text.trimEnd()),
  append: onText((text, [added = '']) => text + added),
  prepend: onText((text, [added = '']) => added + text),
  replace: onText(replaceAll),
  replace_first: onText((text, [pattern = '', replacement = '']) => text.replace(pattern, () => replacement)),
  remove: onText((text, [pattern = ''], scope) => replaceAll(text, [pattern, ''], scope)),
  remove_first: onText((text, [pattern = '']) => text.replace(pattern, '')),
  truncate: (input, args, scope) => truncate(textOf(input, scope.budget), args, scope),
  truncatewords: (input, args, scope) => truncateWords(textOf(input, scope.budget), args, scope),
  url_encode: onText((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))),
  split: (input, [separator], { budget }) => textOf(input, budget).split(textOf(separator, budget)).filter((part, index, all) => part !== '' || index < all.length - 1),
  // Lists, and what texts and lists share
  size: (input) => sizeOf(toValue(input)),
  slice: (input, [begin, length], scope) => slice(input, numberOf(begin), length === undefined ? 1 : numberOf(length), scope),
  first: (input) => listOf(input)[0],
  last: (input) => listOf(input).at(-1),
  join: (input, [separator], { budget }) => join(listOf(input), separator === undefined ? ' ' : textOf(separator, budget), budget),
  reverse: (input) => [...listOf(input)].reverse(),
  sort: (input, [property], { budget }) => sort(listOf(input), property === undefined ? undefined : textOf(property, budget), budget),
  uniq: (input) => [...new Set(listOf(input))],
  compact: (input) => listOf(input).filter((item) => item !== null && item !== undefined),
  concat: (input, [added]) => [...listOf(input), ...listOf(added)],
  map: (input, [property], { budget }) => listOf(input).map((item) => ownProperty(item, textOf(property, budget))),
  where: (input, [property, wanted], { budget }) => listOf(input).filter((item) => matches(ownProperty(item, textOf(property, budget)), wanted)),
  // Numbers
  plus: onNumber((value, [other = 0]) => value + other),
  minus: onNumber((value, [other = 0]) => value - other),
  times: onNumber((value, [other = 1]) => value * other),
  divided_by: onNumber((value, [other = 1]) => value / other),
  modulo: onNumber((value, [other = 1]) => ((value % other) + other) % other),
  abs: onNumber((value) => Math.abs(value)),
  ceil: onNumber((value) => Math.ceil(value)),
  floor: onNumber((value) => Math.floor(value)),
  round: onNumber((value, [decimals = 0]) => Number(value.toFixed(Math.min(Math.max(Math.trunc(decimals), 0), 20)))),
  at_least: onNumber((value, [other = 0]) => Math.max(value, other)),
  at_most: onNumber((value, [other = 0]) => Math.min(value, other)),
  // In the customer's language
  date: dateFilter,
  number: (input, [decimals], { locale }) => formatNumber(numberOf(input), { locale, ...(decimals === undefined ? {} : { decimals: numberOf(decimals) }) }),
  money: (input, [currency], { locale, budget }) => formatMoney(numberOf(input), textOf(currency, budget) || 'EUR', { locale }),
  default: (input, [fallback]) => (isBlank(toValue(input)) ? fallback : input),
};

/** What a filter hands on has a price too, so that no chain of filters doubles a text for free. */
export function chargeFor(value: unknown, budget: Budget): void {
  if (typeof value === 'string') budget.spend(value.length);
  else if (Array.isArray(value)) budget.spend(value.length);
  budget.spend(1);
}

function onText(change: (text: string, args: readonly string[], scope: FilterScope) => string): TemplateFilter {
  return (input, args, scope) => change(textOf(input, scope.budget), args.map((arg) => textOf(arg, scope.budget)), scope);
}

function onNumber(change: (value: number, args: readonly number[]) => number): TemplateFilter {
  return (input, args) => change(numberOf(input), args.map(numberOf));
}

function replaceAll(text: string, [pattern = '', replacement = '']: readonly string[], { budget }: FilterScope): string {
  budget.spend(text.length);
  const parts = text.split(pattern);
  // Charged before it is built: the result can be the product of two long texts.
  budget.spend(text.length + (parts.length - 1) * replacement.length);
  return parts.join(replacement);
}

function truncate(text: string, [length, mark]: readonly unknown[], { budget }: FilterScope): string {
  budget.spend(text.length);
  const characters = [...text];
  const limit = length === undefined ? 50 : numberOf(length);
  if (characters.length <= limit) return text;
  const end = mark === undefined ? '…' : textOf(mark, budget);
  return characters.slice(0, Math.max(limit - [...end].length, 0)).join('') + end;
}

function truncateWords(text: string, [count, mark]: readonly unknown[], { budget }: FilterScope): string {
  budget.spend(text.length);
  const words = text.trim().split(/\s+/);
  const limit = Math.max(count === undefined ? 15 : numberOf(count), 1);
  return words.length <= limit ? text : words.slice(0, limit).join(' ') + (mark === undefined ? '…' : textOf(mark, budget));
}

function slice(input: unknown, begin: number, length: number, { budget }: FilterScope): unknown {
  const plain: unknown = toValue(input);
  const isList = Array.isArray(plain);
  const all: readonly unknown[] = isList ? (plain as unknown[]) : [...textOf(plain, budget)];
  budget.spend(all.length);
  const from = begin < 0 ? all.length + begin : begin;
  const part = from < 0 || length < 0 ? [] : all.slice(from, from + length);
  return isList ? part : part.join('');
}

function join(list: readonly unknown[], separator: string, budget: Budget): string {
  let text = '';
  list.forEach((item, index) => {
    const part = (index === 0 ? '' : separator) + textOf(item, budget);
    budget.spend(part.length + 1);
    text += part;
  });
  return text;
}

function sort(list: readonly unknown[], property: string | undefined, budget: Budget): unknown[] {
  budget.spend(list.length * 16);
  const key = (item: unknown): unknown => (property === undefined ? item : ownProperty(item, property));
  return [...list].sort((left, right) => compare(key(left), key(right)));
}

function compare(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  // Values that do not compare keep their order, behind those that do.
  return rank(left) - rank(right);
}

function rank(value: unknown): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function matches(value: unknown, wanted: unknown): boolean {
  return wanted === undefined ? value !== undefined && value !== null && value !== false : value === toValue(wanted);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === '' || (Array.isArray(value) && value.length === 0);
}

/** `{{ order.at | date: 'long', 'Europe/Paris' }}`. What is no date stays as it is; there is no « now » to ask for. */
function dateFilter(input: unknown, [format, zone]: readonly unknown[], { locale, budget }: FilterScope): unknown {
  const plain: unknown = toValue(input);
  const instant = typeof plain === 'number' ? plain : typeof plain === 'string' ? parseInstant(plain) : undefined;
  if (instant === undefined) return plain;
  return formatDate(instant, textOf(format, budget) || 'long', { locale, zone: textOf(zone, budget) || 'UTC' }) ?? plain;
}
