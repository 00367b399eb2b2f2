import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { durationSchema } from '@/flows/document/duration';
import { localizedListSchema, localizedTextSchema } from '@/flows/document/localized-text';
import { messageContentSchema } from '@/flows/document/message-content';
import { defaultRegistry } from '@/flows/nodes/registry';
import { emptyValue } from './empty-value';
import { fieldsOf } from './field-spec';

const schema = z.strictObject({
  message: messageContentSchema.nullable(),
  mode: z.enum(['live', 'keep-waiting']).meta({ field: 'enum' }),
  skills: z.array(z.string()).max(10).meta({ field: 'skills' }),
  queue: z.string().meta({ field: 'queue' }).nullable(),
  tries: z.number().int().min(1).max(5),
  short: z.record(z.string(), z.string().max(80)).meta({ field: 'localized-text' }),
  options: z.array(z.strictObject({ id: z.string().meta({ field: 'hidden' }), label: localizedTextSchema, synonyms: localizedListSchema })).min(1).max(10),
  noReply: z.strictObject({ after: durationSchema }).nullable(),
});

describe('fieldsOf', () => {
  const specs = Object.fromEntries(fieldsOf(schema).map(({ name, spec }) => [name, spec]));

  it('takes the kind from the hint and nullable from the schema', () => {
    expect(specs['message']).toEqual({ kind: 'message', nullable: true });
    expect(specs['queue']).toEqual({ kind: 'queue', nullable: true });
    expect(specs['skills']).toEqual({ kind: 'skills', nullable: false });
  });

  it('takes bounds and values from the schema itself', () => {
    expect(specs['mode']).toEqual({ kind: 'enum', values: ['live', 'keep-waiting'], nullable: false });
    expect(specs['tries']).toEqual({ kind: 'number', minimum: 1, maximum: 5, whole: true, nullable: false });
    expect(specs['short']).toEqual({ kind: 'localized-text', maxLength: 80, nullable: false });
  });

  it('walks into lists and groups and hides identifiers', () => {
    expect(specs['options']).toMatchObject({ kind: 'list', minimum: 1, maximum: 10, item: { kind: 'group' } });
    const item = specs['options']?.kind === 'list' ? specs['options'].item : undefined;
    expect(item?.kind === 'group' && item.fields.map(({ name, spec }) => [name, spec.kind])).toEqual([
      ['id', 'hidden'], ['label', 'localized-text'], ['synonyms', 'localized-list'],
    ]);
    expect(specs['noReply']).toEqual({ kind: 'group', nullable: true, fields: [{ name: 'after', spec: { kind: 'duration', nullable: false } }] });
  });

  it.each(defaultRegistry.types.map((type) => [type.type, type] as const))('shows every field of %s', (_, type) => {
    const fields = fieldsOf(type.data);
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(type.defaults(['en'])  as object).sort((a, b) => order(a) - order(b)));
    expect(fields.filter(({ spec }) => spec.kind === 'hidden')).toEqual([]);

    function order(name: string): number {
      return fields.findIndex((field) => field.name === name);
    }
  });
});

describe('emptyValue', () => {
  it('gives what the schema accepts for a new option and for silence switched on', () => {
    const specs = Object.fromEntries(fieldsOf(schema).map(({ name, spec }) => [name, spec]));
    const list = specs['options'];
    const option = list?.kind === 'list' ? emptyValue(list.item, ['fr', 'en'], () => 'o-1') : null;
    expect(option).toEqual({ id: 'o-1', label: { fr: '', en: '' }, synonyms: {} });
    expect(schema.shape.options.safeParse([option]).success).toBe(true);
    const noReply = specs['noReply'];
    expect(noReply && emptyValue({ ...noReply, nullable: false }, ['fr'], () => 'x')).toEqual({ after: 'PT30M' });
  });
});
