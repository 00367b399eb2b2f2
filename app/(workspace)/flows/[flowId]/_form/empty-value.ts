import type { Json } from '@/flows/document/json';
import type { Locale } from '@/flows/document/localized-text';
import type { FieldSpec, NamedField } from './field-spec';
import { localZone } from './local-zone';

/** What a new list item, or a field just switched on, starts with. `freshId` gives identifiers unique in the document. */
export function emptyValue(spec: FieldSpec, languages: readonly Locale[], freshId: () => string): Json {
  switch (spec.kind) {
    case 'localized-text':
      return Object.fromEntries(languages.map((locale) => [locale, '']));
    case 'localized-list':
      return {};
    case 'message':
      return { parts: [{ kind: 'text', text: Object.fromEntries(languages.map((locale) => [locale, ''])) }] };
    case 'duration':
      return 'PT30M';
    case 'skills':
    case 'condition-tests':
      return [];
    case 'queue':
      return null;
    case 'boolean':
      return false;
    case 'text':
    case 'request-template':
    case 'variable':
    case 'calendar':
    case 'literal':
      return '';
    case 'country':
      return 'FR';
    case 'day':
      return 'today';
    case 'zone':
      return localZone();
    case 'expression':
      // Nothing at all is no expression: one that holds, or stands for nothing, until it is written.
      return spec.gives === 'condition' ? 'true' : 'null';
    case 'number':
      return spec.minimum ?? 0;
    case 'enum':
      return spec.values[0] ?? '';
    case 'group':
    case 'case':
      return emptyFields(spec.fields, languages, freshId);
    case 'union': {
      const first = spec.members[0];
      return first ? { [spec.key]: first.value, ...emptyFields(first.fields, languages, freshId) } : {};
    }
    case 'list':
      return Array.from({ length: spec.minimum }, () => emptyValue(spec.item, languages, freshId));
    case 'hidden':
      return freshId();
  }
}

/** What several fields start with; optional ones are left out. */
export function emptyFields(fields: readonly NamedField[], languages: readonly Locale[], freshId: () => string): Record<string, Json> {
  return Object.fromEntries(fields.filter(({ spec }) => !spec.optional).map(({ name, spec }) => [name, spec.nullable ? null : emptyValue(spec, languages, freshId)]));
}
