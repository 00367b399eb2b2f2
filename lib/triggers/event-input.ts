import { z } from 'zod';
import { EVENT_NAME } from '@/flows/document/trigger';
import { jsonObjectSchema, jsonSchema } from '@/flows/document/json';
import { localeSchema } from '@/flows/document/localized-text';
import { variableNameSchema } from '@/flows/document/variable';

/** Bytes of one event's request. */
export const EVENT_BODY_LIMIT = 64 * 1024;

const text = (longest: number) => z.string().trim().min(1).max(longest);

/** The body of `POST /api/v1/events`. */
export const eventInputSchema = z.strictObject({
  /** The caller's own: the same id for the same contact is the same event. */
  id: text(200),
  event: z.string().max(80).regex(EVENT_NAME),
  /** Public key of a channel connection. */
  connection: text(80),
  contact: z.strictObject({
    /** How the channel knows the customer. */
    externalId: text(200),
    name: text(200).optional(),
    email: z.email().max(254).optional(),
    phone: text(40).optional(),
    language: localeSchema.optional(),
    /** Kept with the customer; null takes one away. */
    attributes: z.record(variableNameSchema, jsonSchema).refine((attributes) => Object.keys(attributes).length <= 50, 'at most 50').optional(),
  }),
  data: jsonObjectSchema.optional(),
});
export type EventInput = z.infer<typeof eventInputSchema>;
