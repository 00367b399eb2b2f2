import { z } from 'zod';
import { localizedTextSchema } from './localized-text';

/** One part of a message. Text is the only kind of format 1; images, files and cards join this union later. */
export const messagePartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: localizedTextSchema }),
]);

/** What an author lets the assistant say: parts, sent in order. Texts are Liquid templates. */
export const messageContentSchema = z
  .strictObject({ parts: z.array(messagePartSchema).min(1).max(10) })
  .meta({ field: 'message' });
export type MessageContent = z.infer<typeof messageContentSchema>;

/** A message of one text part. */
export function textMessage(text: Record<string, string>): MessageContent {
  return { parts: [{ kind: 'text', text }] };
}
