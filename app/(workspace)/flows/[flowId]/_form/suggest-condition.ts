import type { Variable, VariableType } from '@/flows/document/variable';
import { pickText, type Locale } from '@/flows/document/localized-text';
import { fitting, type Suggestion, type Suggestions } from './suggestion';

/** What the customer's own values are called in conditions and texts. */
export const CUSTOMER = { contact: ['name', 'email', 'phone'], message: ['text'] } as const;

const method = (name: string, inner = ''): Suggestion => ({ insert: `${name}(${inner})`, kind: 'function', detail: name, ...(inner === '' ? {} : { back: inner.length + 1 }) });
const open = (name: string): Suggestion => ({ insert: `${name}()`, kind: 'function', detail: name, back: 1 });

const ON_TEXT = [open('contains'), open('startsWith'), open('endsWith'), open('matches'), method('size'), method('lowerAscii'), method('upperAscii'), method('trim')];
const ON_LIST = [method('exists', 'item, '), method('all', 'item, '), method('filter', 'item, '), method('map', 'item, '), method('size')].map(atEnd);
const METHODS: Record<VariableType, readonly Suggestion[]> = { text: ON_TEXT, secret: ON_TEXT, date: ON_TEXT, list: ON_LIST, number: [], boolean: [], object: [method('size')] };
const ANYWHERE: readonly Suggestion[] = [
  ...(['size', 'has', 'int', 'double', 'string', 'timestamp', 'duration'] as const).map(open),
  ...(['true', 'false', 'null', 'in'] as const).map((word): Suggestion => ({ insert: word, kind: 'word', detail: word })),
];

/** What may follow in a condition at the caret: variables, the customer's values, functions, and after a dot what that has. */
export function suggestCondition(source: string, caret: number, { variables, languages, language }: { variables: readonly Variable[]; languages: readonly Locale[]; language: Locale }): Suggestions | null {
  const before = source.slice(0, caret);
  if (inText(before)) return null;
  const written = /[A-Za-z_]\w*$/.exec(before)?.[0] ?? '';
  const from = caret - written.length;
  const to = caret + (/^\w*/.exec(source.slice(caret))?.[0].length ?? 0);
  const dotted = /([A-Za-z_][\w.]*)\.$/.exec(before.slice(0, from))?.[1];
  const items = dotted !== undefined ? membersOf(dotted) : before.slice(0, from).endsWith('.') ? [...ON_TEXT, ...ON_LIST] : /[\d)\]"']$/.test(before.slice(0, from)) ? [] : names();
  const found = fitting(items, written);
  // Only what is written already is no help.
  return found.length === 0 || (found.length === 1 && found[0]?.insert === written) ? null : { from, to, items: found };

  function names(): Suggestion[] {
    const declared = variables.map(({ name, type, label }): Suggestion => ({ insert: name, kind: 'variable', detail: type, label: pickText(label, language, languages) || name }));
    const beside = Object.entries(CUSTOMER).flatMap(([of, fields]) => fields.map((field): Suggestion => ({ insert: `${of}.${field}`, kind: 'customer', detail: field })));
    return [...declared, ...beside, ...ANYWHERE];
  }

  function membersOf(name: string): readonly Suggestion[] {
    if (name === 'contact' || name === 'message') return CUSTOMER[name].map((field) => ({ insert: field, kind: 'customer', detail: field }));
    if (name.startsWith('contact.') || name.startsWith('message.')) return ON_TEXT;
    const variable = variables.find((each) => each.name === name);
    return variable ? METHODS[variable.type] : [...ON_TEXT, ...ON_LIST];
  }
}

/** The caret before the closing bracket. */
function atEnd(suggestion: Suggestion): Suggestion {
  return suggestion.back === undefined ? suggestion : { ...suggestion, back: 1 };
}

/** Whether the text ends inside quotation marks. */
function inText(before: string): boolean {
  let quote: string | null = null;
  for (let index = 0; index < before.length; index += 1) {
    const letter = before[index];
    if (quote !== null && letter === '\\') index += 1;
    else if (quote !== null) quote = letter === quote ? null : quote;
    else if (letter === '"' || letter === "'") quote = letter;
  }
  return quote !== null;
}
