import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldKeys } from '@/flows/nodes/data-fields';
import { defaultRegistry } from '@/flows/nodes/registry';
import { fieldsOf, type FieldSpec, type NamedField } from './field-spec';

/** Every place a form draws a control for, as a key of the type's texts. Rows of conditions are drawn by one control. */
function drawn(fields: readonly NamedField[], path: string[] = []): string[] {
  return fields.flatMap(({ name, spec }) => drawnIn(spec, [...path, name]));
}

function drawnIn(spec: FieldSpec, path: string[]): string[] {
  const own = path.join('.');
  switch (spec.kind) {
    case 'hidden':
      return [];
    case 'group':
    case 'case':
      return [own, ...drawn(spec.fields, path)];
    case 'list':
      return [own, ...drawnIn(spec.item, path).filter((key) => key !== own)];
    case 'enum':
      return [own, ...spec.values.map((value) => `${own}.${value}`)];
    case 'union':
      return [own, `${own}.${spec.key}`, ...spec.members.flatMap(({ value, fields }) => [`${own}.${spec.key}.${value}`, ...drawn(fields, path)])];
    default:
      return [own];
  }
}

describe('the form of a step', () => {
  it.each(defaultRegistry.types.map((type) => [type.type, type] as const))('has a control for every field of %s', (_, type) => {
    const shown = new Set(drawn(fieldsOf(type.data)));
    const lost = fieldKeys(type.data).filter((key) => !shown.has(key) && ![...shown].some((whole) => WHOLE.has(kindAt(type.data, whole)) && key.startsWith(`${whole}.`)));
    expect(lost).toEqual([]);
  });

  it('does not count a shape it does not know as drawn', () => {
    const schema = z.strictObject({ odd: z.custom<symbol>().meta({ field: 'odd' }) });
    expect(drawn(fieldsOf(schema))).toEqual([]);
    expect(fieldKeys(schema)).toEqual(['odd']);
  });
});

/** Kinds whose one control draws all that is inside. */
const WHOLE = new Set<FieldSpec['kind'] | undefined>(['condition-tests']);

function kindAt(schema: z.ZodType, key: string): FieldSpec['kind'] | undefined {
  let fields = fieldsOf(schema);
  let spec: FieldSpec | undefined;
  for (const name of key.split('.')) {
    spec = fields.find((field) => field.name === name)?.spec;
    const inner = spec?.kind === 'list' ? spec.item : spec;
    fields = inner?.kind === 'group' || inner?.kind === 'case' ? inner.fields : [];
  }
  return spec?.kind;
}
