import { z } from 'zod';
import type { GuardJson } from '@/flows/compiler/machine-json';
import { namesRead } from '@/flows/expressions/condition';
import { optionLabelSchema } from '../options/option-schema';
import { defaultText } from '../default-text';
import { defineNode, type CompileContext, type StateFragment } from '../define-node';
import { reportMisfit } from '../variables/report-misfit';
import { variableFieldSchema } from '../variables/variable-field';
import texts from './condition.texts.json';
import { OPERATORS } from './operators';
import { testSource } from './test-source';

const testSchema = z.strictObject({
  variable: variableFieldSchema,
  operator: z.enum(OPERATORS).meta({ field: 'operator' }),
  value: z.union([z.string().max(400), z.number(), z.boolean()]).nullable().meta({ field: 'literal' }),
});
const caseSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/).meta({ field: 'hidden' }),
  name: optionLabelSchema.meta({ field: 'localized-text', internal: true }),
  match: z.enum(['all', 'any']).meta({ field: 'enum' }),
  tests: z.array(testSchema).max(20).meta({ field: 'condition-tests' }),
  /** CEL in the place of the rows. */
  expression: z.string().min(1).max(4096).meta({ field: 'expression', gives: 'condition' }).nullable(),
});
const dataSchema = z.strictObject({
  cases: z
    .array(caseSchema)
    .min(1)
    .max(10)
    .refine((cases) => new Set(cases.map(({ id }) => id)).size === cases.length, 'two cases have the same id')
    .meta({ field: 'cases' }),
});
type ConditionData = z.infer<typeof dataSchema>;

/** What stands for a case that cannot be told yet. */
const NEVER = 'false';

/** Goes on by the first case that holds, else by `otherwise`. Says nothing and waits for nobody. */
export const conditionNode = defineNode({
  type: 'condition',
  version: 1,
  family: 'think',
  data: dataSchema,
  defaults: (languages) => ({ cases: [{ id: 'a', name: defaultText(texts, 'name', languages), match: 'all' as const, tests: [], expression: null }] }),
  ports: (data) => [
    ...data.cases.map(({ id, name }) => ({ id: `case:${id}`, kind: 'exit' as const, required: true, label: { text: name } })),
    { id: 'otherwise', kind: 'exit', required: true, label: { key: 'otherwise' } },
  ],
  refs: () => [],
  migrations: [],
  compile: compileCondition,
});

function compileCondition(context: CompileContext<ConditionData>): StateFragment {
  const { cases } = context.data;
  const sources = cases.map((one, index) => sourceOf(one, index, context));
  sources.forEach((source, index) => {
    // The first of two always wins.
    if (source !== NEVER && sources.indexOf(source) < index) context.report({ code: 'repeated-case', severity: 'warning', path: ['cases', index], params: { first: sources.indexOf(source) + 1, second: index + 1 } });
  });
  const branch = cases.map((one, index) => ({
    when: { type: 'expression', params: { source: sources[index] ?? NEVER } } satisfies GuardJson,
    plan: { do: [], then: { exit: `case:${one.id}`, reason: 'held' } },
  }));
  return { entry: { do: [], then: { branch, otherwise: { do: [], then: { exit: 'otherwise', reason: 'none-held' } } } }, waits: {} };
}

function sourceOf({ expression, tests, match }: ConditionData['cases'][number], index: number, context: CompileContext<ConditionData>): string {
  if (expression !== null) {
    if (namesRead(expression)?.length === 0) context.report({ code: 'fixed-condition', severity: 'warning', path: ['cases', index, 'expression'], params: {} });
    return expression;
  }
  if (tests.length === 0) context.report({ code: 'bad-condition', severity: 'error', path: ['cases', index, 'tests'], params: { detail: 'empty' } });
  const sources = tests.flatMap((test, row) => {
    const variable = context.variables.get(test.variable);
    if (!variable) return [];
    const source = testSource(variable, test);
    if (source === undefined) reportMisfit(variable, ['cases', index, 'tests', row, 'value'], context);
    return source === undefined ? [] : [source];
  });
  return sources.length === 0 ? NEVER : sources.join(match === 'all' ? ' && ' : ' || ');
}
