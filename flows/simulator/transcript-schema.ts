import { z } from 'zod';
import { jsonObjectSchema } from '@/flows/document/json';
import type { Transcript } from './transcript';

const optionSchema = z.strictObject({ value: z.string(), label: z.string() });

const traceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entered'), node: z.string() }),
  z.strictObject({ kind: z.literal('left'), node: z.string(), port: z.string(), reason: z.string() }),
  z.strictObject({ kind: z.literal('ignored'), event: z.string(), why: z.string() }),
  z.strictObject({ kind: z.literal('failed'), code: z.string(), detail: z.string(), node: z.string().optional() }),
]);

const entrySchema = z.strictObject({
  at: z.string(),
  from: z.enum(['customer', 'assistant', 'agent', 'system']),
  text: z.string().optional(),
  options: z.array(optionSchema).optional(),
  event: z.string().optional(),
  changed: jsonObjectSchema.optional(),
  trace: z.array(traceSchema).optional(),
});

/** The words of an effect are those of the program that played it: only what every effect has is asked for. */
const effectSchema = z.looseObject({ id: z.string(), kind: z.string() });

const transcriptShape = z.strictObject({
  entries: z.array(entrySchema).max(20_000),
  state: z.enum(['active', 'done', 'failed']),
  variables: jsonObjectSchema,
  path: z.array(z.strictObject({ node: z.string(), port: z.string().optional() })).max(20_000),
  effects: z.array(effectSchema).max(20_000),
  pendingTimers: z.array(z.strictObject({ timerId: z.string(), fireAt: z.string() })).max(1000),
});

/** A transcript as it was kept, in a file or in the database, perhaps by an older program. */
export const transcriptSchema: z.ZodType<Transcript> = transcriptShape as unknown as z.ZodType<Transcript>;
