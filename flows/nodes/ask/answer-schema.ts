import { z } from 'zod';
import type { AnswerRule } from '@/flows/answers/answer-rule';
import type { NodeId } from '@/flows/document/flow-document';
import type { Locale } from '@/flows/document/localized-text';
import type { VariableType } from '@/flows/document/variable';
import { isDay } from '@/flows/document/variable-value';
import { isKnownZone } from '@/flows/expressions/zone';
import { authorOptionSchema } from '../options/option-schema';
import { optionKeys } from '../options/option-keys';

const bound = z.number().meta({ field: 'number' }).optional();
const length = z.number().int().min(1).max(4096).meta({ field: 'integer' }).optional();
const day = z.string().refine((value) => value === 'today' || isDay(value), 'today, or a day such as 2026-11-12').meta({ field: 'day' }).optional();
const inOrder = (low: number | string | undefined, high: number | string | undefined) => low === undefined || high === undefined || low === 'today' || high === 'today' || low <= high;

/** What the author says counts as an answer. */
export const answerSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), min: length, max: length }).refine(({ min, max }) => inOrder(min, max), 'the least is more than the most'),
    z.strictObject({ kind: z.literal('email') }),
    z
      .strictObject({ kind: z.literal('number'), min: bound, max: bound, integer: z.boolean().meta({ field: 'boolean' }).optional() })
      .refine(({ min, max }) => inOrder(min, max), 'the least is more than the most'),
    z.strictObject({ kind: z.literal('phone'), country: z.string().regex(/^[A-Z]{2}$/).meta({ field: 'country' }).optional() }),
    z
      .strictObject({ kind: z.literal('date'), after: day, before: day, zone: z.string().refine(isKnownZone, 'not a time zone Relais knows').meta({ field: 'zone' }) })
      .refine(({ after, before }) => inOrder(after, before), 'the first day is after the last'),
    z.strictObject({
      kind: z.literal('choice'),
      options: z
        .array(authorOptionSchema)
        .min(1)
        .max(10)
        .refine((options) => new Set(options.map(({ id }) => id)).size === options.length, 'two options have the same id')
        .meta({ field: 'options' }),
    }),
  ])
  .meta({ field: 'answer-rule' });
export type AuthoredAnswer = z.infer<typeof answerSchema>;

/** The rule as a machine carries it: options with the values of their buttons and what picks them. */
export function answerRule(answer: AuthoredAnswer, node: NodeId, languages: readonly Locale[]): AnswerRule {
  if (answer.kind !== 'choice') return answer;
  return {
    kind: 'choice',
    options: answer.options.map((option, index) => ({ value: `${node}:${option.id}`, label: option.label, keys: optionKeys(option, index + 1, languages) })),
  };
}

/** Whether a variable of this type can keep such an answer. */
export function canKeep(type: VariableType, { kind }: AuthoredAnswer): boolean {
  if (kind === 'number') return type === 'number';
  if (kind === 'date') return type === 'date';
  return type === 'text' || type === 'secret';
}
