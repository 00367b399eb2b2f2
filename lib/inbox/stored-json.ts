import type { LocalizedText } from '@/flows/document/localized-text';
import { localizedTextSchema } from '@/flows/document/localized-text';
import { z } from 'zod';

/** What conversations keep as JSON text, read back. Lenient where an older row may hold less. */
export const contentSchema = z.object({
  parts: z.array(z.object({ kind: z.literal('text'), text: z.string() })).default([]),
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  choice: z.string().optional(),
  language: z.string().optional(),
});

export const requirementSchema = z.object({ priority: z.enum(['low', 'normal', 'high', 'urgent']).catch('normal') });

export const paramsSchema = z.record(z.string(), z.unknown());

export const reasonSchema = z.object({
  code: z.string(),
  params: paramsSchema.default({}),
  others: z.array(z.object({ agentId: z.string(), code: z.string() })).default([]),
});

const answerEffectSchema = z.object({ kind: z.literal('answer.record'), title: localizedTextSchema, value: localizedTextSchema });

/** The answers among a step's effects, in their order. */
export function answersIn(effects: string): { title: LocalizedText; value: LocalizedText }[] {
  return z
    .array(z.unknown())
    .parse(JSON.parse(effects))
    .flatMap((effect) => answerEffectSchema.safeParse(effect).data ?? [])
    .map(({ title, value }) => ({ title, value }));
}

/** A localized text kept as JSON. */
export function textIn(json: string): LocalizedText {
  return localizedTextSchema.parse(JSON.parse(json));
}
