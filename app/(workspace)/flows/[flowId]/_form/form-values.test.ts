import { describe, expect, it } from 'vitest';
import { emptyDocument } from '@/flows/document/flow-document';
import { applyOperation } from '@/flows/document/operations';
import type { Variable } from '@/flows/document/variable';
import { testSource } from '@/flows/nodes/condition/test-source';
import { defaultRegistry } from '@/flows/nodes/registry';
import { testOf, withOperator, withVariable } from './condition-test';
import { changeVariable, declareVariable, nameFault, removeVariable } from './declare-variable';
import { emptyFields, emptyValue } from './empty-value';
import { fieldsOf } from './field-spec';
import { literalText, readLiteral } from './literal-text';
import { typesTaken } from './types-taken';
import { variableBeside } from './variable-beside';

const variable = (name: string, type: Variable['type']): Variable => ({ name, type, scope: 'conversation', label: {} });
const variables = [variable('total', 'number'), variable('city', 'text'), variable('tags', 'list'), variable('due', 'date'), variable('vip', 'boolean')];

function specOf(type: string, field: string) {
  const found = defaultRegistry.get(type);
  const spec = found && fieldsOf(found.data).find(({ name }) => name === field)?.spec;
  if (!found || !spec) throw new Error(`no ${field} of ${type}`);
  return { found, spec };
}

describe('what a form starts with', () => {
  it.each(['assignments', 'cases'])('adds an entry to %s that the schema accepts', (field) => {
    const { found, spec } = specOf(field === 'cases' ? 'condition' : 'set-variable', field);
    if (spec.kind !== 'list') throw new Error('not a list');
    expect(found.data.safeParse({ [field]: [emptyValue(spec.item, ['fr', 'en'], () => 'o-1')] }).success).toBe(true);
  });

  it('has, for every kind of answer, a shape the schema accepts', () => {
    const { found, spec } = specOf('ask', 'answer');
    if (spec.kind !== 'union') throw new Error('not a union');
    expect(spec.members.map(({ value }) => value)).toEqual(['text', 'email', 'number', 'phone', 'date', 'choice']);
    for (const { value, fields } of spec.members) {
      const data = { ...(found.defaults(['en']) as object), answer: { kind: value, ...emptyFields(fields, ['en'], () => 'a') } };
      expect(found.data.safeParse(data).success, value).toBe(true);
    }
  });
});

describe('the variable a value is for', () => {
  const data = { assignments: [{ variable: 'city', value: { kind: 'literal', value: '' } }, { variable: 'total', value: { kind: 'literal', value: 1 } }] };

  it('is the nearest one beside it', () => {
    expect(variableBeside(data, ['assignments', 1, 'value', 'value'], variables)?.name).toBe('total');
    expect(variableBeside(data, ['assignments', 0, 'value', 'value'], variables)?.name).toBe('city');
  });

  it('is none when it is not declared', () => {
    expect(variableBeside({ variable: 'gone', value: 1 }, ['value'], variables)).toBeUndefined();
  });
});

describe('the types a step takes', () => {
  const ask = (kind: string) => {
    const type = defaultRegistry.get('ask');
    const data = { ...(type?.defaults(['en']) as object), answer: { kind } };
    return { id: 'ask', type: 'ask', version: 1, title: {}, position: { x: 0, y: 0 }, data };
  };

  it('follow the kind of answer', () => {
    expect(typesTaken(ask('number'), ['variable'])).toEqual(['number']);
    expect(typesTaken(ask('email'), ['variable'])).toEqual(['text', 'secret']);
  });

  it('are all of them where a value is chosen for the variable afterwards', () => {
    expect(typesTaken({ ...ask('text'), type: 'set-variable' }, ['assignments', 0, 'variable'])).toHaveLength(7);
  });
});

describe('a value as text', () => {
  it.each([
    ['text', '12', '12'],
    ['number', '12.5', 12.5],
    ['number', '-', undefined],
    ['boolean', 'true', true],
    ['date', '2026-11-12', '2026-11-12'],
    ['date', '2026-02-30', undefined],
    ['list', 'a\n\nb', ['a', 'b']],
    ['object', '{"a": 1}', { a: 1 }],
    ['object', '[1]', undefined],
    ['object', '{', undefined],
  ] as const)('of a %s variable, %j is %j', (type, text, value) => {
    expect(readLiteral(text, type)).toEqual(value);
    if (value !== undefined) expect(readLiteral(literalText(value as never, type), type)).toEqual(value);
  });

  it('is blank for a value of another type', () => {
    expect(literalText('twelve', 'number')).toBe('');
  });
});

describe('a row of a condition', () => {
  const row = testOf({ variable: 'city', operator: 'contains', value: 'paris' });

  it('keeps an operator that still means something and drops what does not fit', () => {
    const [total, , tags, due] = variables as [Variable, Variable, Variable, Variable];
    expect(withVariable(row, tags)).toEqual({ variable: 'tags', operator: 'contains', value: 'paris' });
    expect(withVariable(row, total)).toEqual({ variable: 'total', operator: 'is', value: null });
    expect(withVariable(row, due)).toEqual({ variable: 'due', operator: 'is', value: null });
  });

  it('compares with nothing when it asks whether something is set', () => {
    expect(withOperator(row, 'is-set', 'text')).toEqual({ variable: 'city', operator: 'is-set', value: null });
    expect(withOperator({ ...row, operator: 'is-set', value: null }, 'is', 'text').value).toBe('');
  });

  it('is one the compiler can decide, once it has a value', () => {
    for (const each of variables) {
      const written = withVariable(row, each);
      const value = { number: 1, date: '2026-11-12' }[each.type as string] ?? written.value;
      expect(testSource(each, { ...written, value }), each.name).toBeTypeOf('string');
    }
  });
});

describe('declaring variables', () => {
  it.each([['city', 'taken'], ['Total', 'shape'], ['numéro', 'shape'], ['', 'shape'], ['contact', 'reserved'], ['orderNumber', null]] as const)('finds %j %s', (name, fault) => {
    expect(nameFault(name, variables)).toBe(fault);
  });

  it('adds, changes and removes one, each undone by its inverse', () => {
    const start = { ...emptyDocument('f', ['en']), variables };
    const operations = [
      [declareVariable(start, variable('size', 'number')), 'size'],
      [changeVariable(start, 'city', { type: 'secret', label: { en: 'City' } }), 'city'],
      [removeVariable(start, 'tags'), 'tags'],
    ] as const;
    const after = operations.map(([operation, name]) => {
      const applied = applyOperation(start, operation);
      if (!applied.ok) throw new Error(applied.message);
      const undone = applyOperation(applied.document, applied.inverse);
      expect(undone.ok && undone.document.variables).toEqual(variables);
      return applied.document.variables.find((each) => each.name === name);
    });
    expect(after).toEqual([variable('size', 'number'), { ...variable('city', 'secret'), label: { en: 'City' } }, undefined]);
  });
});
