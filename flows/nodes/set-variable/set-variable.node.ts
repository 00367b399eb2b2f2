import { z } from 'zod';
import type { ActionJson } from '@/flows/compiler/machine-json';
import { jsonSchema } from '@/flows/document/json';
import { localizedTextSchema } from '@/flows/document/localized-text';
import type { Variable } from '@/flows/document/variable';
import { isOfType } from '@/flows/document/variable-value';
import { checkExpression, namesRead } from '@/flows/expressions/condition';
import { templateNames } from '@/flows/expressions/template';
import { conditionTypes } from '@/flows/expressions/variable-types';
import { defineNode, type CompileContext } from '../define-node';
import { patchContact } from '../variables/patch-contact';
import { reportMisfit } from '../variables/report-misfit';
import { assignedVariableSchema } from '../variables/variable-field';

const valueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('literal'), value: jsonSchema.meta({ field: 'literal' }) }),
  z.strictObject({ kind: z.literal('template'), template: localizedTextSchema.meta({ field: 'localized-text', template: true, internal: true }) }),
  z.strictObject({ kind: z.literal('expression'), source: z.string().min(1).max(4096).meta({ field: 'expression', gives: 'value' }) }),
  z.strictObject({ kind: z.literal('clear') }),
]);
const dataSchema = z.strictObject({
  assignments: z
    .array(z.strictObject({ variable: assignedVariableSchema, value: valueSchema.meta({ field: 'assigned-value' }) }))
    .min(1)
    .max(10)
    .meta({ field: 'assignments' }),
});
type SetVariableData = z.infer<typeof dataSchema>;
type Assignment = SetVariableData['assignments'][number];

/** Gives variables their values, in order, each seeing the ones before it, and goes on at once. */
export const setVariableNode = defineNode({
  type: 'set-variable',
  version: 1,
  family: 'act',
  data: dataSchema,
  defaults: (): SetVariableData => ({ assignments: [{ variable: '', value: { kind: 'literal', value: '' } }] }),
  ports: () => [{ id: 'next', kind: 'exit', required: true, label: { key: 'next' } }],
  refs: () => [],
  migrations: [],
  compile: (context) => ({
    entry: {
      do: context.data.assignments.flatMap((assignment, index) => assign(assignment, ['assignments', index, 'value'], context)),
      then: { exit: 'next', reason: 'set' },
    },
    waits: {},
  }),
});

function assign({ variable: name, value }: Assignment, path: (string | number)[], context: CompileContext<SetVariableData>): ActionJson[] {
  const variable = context.variables.get(name);
  // One that is not declared is reported by whoever checks the field.
  if (!variable) return [];
  if (!fits(value, variable, context)) {
    reportMisfit(variable, path, context);
    return [];
  }
  return [actionFor(value, variable), ...patchContact(context.node.id, variable)];
}

function actionFor(value: Assignment['value'], { name, type }: Variable): ActionJson {
  switch (value.kind) {
    case 'literal':
      return { type: 'assign', params: { variable: name, value: value.value } };
    case 'clear':
      return { type: 'assign', params: { variable: name, value: null } };
    case 'template':
      return { type: 'assign-template', params: { variable: name, template: value.template, type } };
    case 'expression':
      return { type: 'assign-expression', params: { variable: name, source: value.source, type } };
  }
}

/** What is only known when it runs, such as a field of an object, is taken to fit; then it becomes null if it does not. */
function fits(value: Assignment['value'], variable: Variable, { variables }: CompileContext<SetVariableData>): boolean {
  // What is made of a secret is one: in a text it could be shown.
  if (variable.type !== 'secret' && namesIn(value).some((name) => variables.get(name)?.type === 'secret')) return false;
  if (value.kind === 'literal') return isOfType(value.value, variable.type);
  if (value.kind === 'template') return variable.type !== 'list' && variable.type !== 'object';
  if (value.kind === 'clear') return true;
  const checked = checkExpression(value.source, conditionTypes([...variables.values()]));
  if (!checked.ok || checked.type === undefined) return true;
  const wanted = conditionTypes([variable])[variable.name];
  return checked.type === wanted;
}

function namesIn(value: Assignment['value']): string[] {
  if (value.kind === 'expression') return namesRead(value.source) ?? [];
  return value.kind === 'template' ? Object.values(value.template).flatMap(templateNames) : [];
}
