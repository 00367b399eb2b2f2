import type { Variable } from '@/flows/document/variable';
import { suggestCondition } from './suggest-condition';
import { fitting, type Suggestion, type Suggestions } from './suggestion';

const OF_CONTACT = ['name', 'email', 'phone', 'locale', 'attributes'];

/** As {@link suggestCondition} where there is only a contact: her fields, and as attributes the variables kept with her. */
export function suggestAudience(source: string, caret: number, variables: readonly Variable[]): Suggestions | null {
  const before = source.slice(0, caret);
  const [, of, written = ''] = /\b(contact|contact\.attributes)\.(\w*)$/.exec(before) ?? [];
  const names = of === 'contact' ? OF_CONTACT : variables.filter(({ scope }) => scope === 'contact').map(({ name }) => name);
  if (of !== undefined && names.length > 0) return offered(names.map((name) => ({ insert: name, kind: 'customer', detail: name })));
  const found = suggestCondition(source, caret, { variables: [], languages: [], language: '' });
  if (!found) return null;
  const items = found.items.filter(({ insert }) => !insert.startsWith('message'));
  return items.length === 0 ? null : { ...found, items };

  function offered(all: readonly Suggestion[]): Suggestions | null {
    const items = fitting(all, written);
    return items.length === 0 || (items.length === 1 && items[0]?.insert === written) ? null : { from: caret - written.length, to: caret, items };
  }
}
