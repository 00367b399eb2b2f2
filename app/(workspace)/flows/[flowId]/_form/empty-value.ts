import type { Json } from '@/flows/document/json';
import type { Locale } from '@/flows/document/localized-text';
import type { FieldSpec } from './field-spec';

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
      return [];
    case 'queue':
      return null;
    case 'boolean':
      return false;
    case 'text':
      return '';
    case 'number':
      return spec.minimum ?? 0;
    case 'enum':
      return spec.values[0] ?? '';
    case 'group':
      return Object.fromEntries(spec.fields.map(({ name, spec: field }) => [name, field.nullable ? null : emptyValue(field, languages, freshId)]));
    case 'list':
      return Array.from({ length: spec.minimum }, () => emptyValue(spec.item, languages, freshId));
    case 'hidden':
      return freshId();
  }
}
