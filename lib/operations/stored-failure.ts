import { z } from 'zod';

const json = z.json();

/** What is kept beside a quarantined event (TurnWrites.quarantine). A failure outside a step has no circumstances. */
const failureSchema = z.object({
  code: z.string().catch('turn-threw'),
  detail: z.string().catch(''),
  node: z.string().nullish(),
  flowVersionId: z.string().optional(),
  event: json.optional(),
  facts: json.optional(),
  state: json.optional(),
  trace: json.optional(),
});
export type StoredFailure = z.infer<typeof failureSchema>;

export function storedFailure(error: string | null): StoredFailure {
  return failureSchema.parse(JSON.parse(error ?? '{}'));
}

const playableSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('customer.message'), key: z.string(), text: z.string(), choice: z.string().optional() }),
  z.object({ type: z.literal('turn.replayed'), messageId: z.string(), text: z.string(), choice: z.string().optional() }),
]);

/** What a customer wrote, in an event that failed; null when the event was something else. */
export function playableMessage(payload: string): { id: string; text: string; choice?: string } | null {
  const { data } = playableSchema.safeParse(JSON.parse(payload));
  if (!data) return null;
  const { text, choice } = data;
  return { id: data.type === 'customer.message' ? data.key : data.messageId, text, ...(choice !== undefined && { choice }) };
}
