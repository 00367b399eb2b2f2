import { z } from 'zod';
import { durationSchema } from '@/flows/document/duration';
import { calendarSchema } from '@/flows/calendars/calendar';
import { jsonObjectSchema, jsonSchema } from '@/flows/document/json';
import { localeSchema, localizedTextSchema } from '@/flows/document/localized-text';

const instantSchema = z.string().refine((value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(value) && !Number.isNaN(Date.parse(value)), 'an instant in UTC, such as 2026-01-05T09:00:00Z');

const contactSchema = z
  .strictObject({ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable(), locale: z.string().nullable(), attributes: jsonObjectSchema })
  .partial();

/** What becomes of a hand-over: the script says so itself, somebody takes it at once, or nobody is there. */
export const STAFFINGS = ['by-hand', 'available', 'unavailable'] as const;
export type Staffing = (typeof STAFFINGS)[number];
const staffingSchema = z.enum(STAFFINGS);

/** How a service fails to answer, beside answering something else. */
export const HTTP_FAILURES = ['unreachable', 'timeout'] as const;

const agentIdSchema = z.string().min(1).optional();

/** What the world says from here on; what is not named stays as it is. */
const worldSchema = z
  .strictObject({
    /** By key; `hours` goes back to the calendar's own. Those the flow does not read are passed over. */
    calendars: z.record(z.string(), z.union([z.enum(['open', 'closed', 'hours']), calendarSchema])),
    staffing: staffingSchema,
    /** Attributes are joined with those there are; null unsets one. */
    contact: contactSchema,
    language: localeSchema,
  })
  .partial();
export type World = z.infer<typeof worldSchema>;

export const scriptEventSchema = z.union([
  /** The customer writes. */
  z.strictObject({ say: z.string().min(1).max(4096) }),
  /** The customer presses a button, named by its words or its value; one of an earlier question may be pressed too. */
  z.strictObject({ press: z.string().min(1) }),
  /** Time passes; every timer due on the way fires at its time. */
  z.strictObject({ skip: z.union([z.literal('next-timer'), durationSchema]) }),
  /** Time passes up to an instant. */
  z.strictObject({ at: instantSchema }),
  z.strictObject({ agent: z.enum(['joined', 'released', 'closed']), as: agentIdSchema }),
  /** The agent writes to the customer; the flow does not hear it. */
  z.strictObject({ agent: z.literal('replied'), say: z.string().min(1).max(4096), as: agentIdSchema }),
  z.strictObject({ handoff: z.literal('unavailable') }),
  z.strictObject({ customer: z.literal('left') }),
  /** What the service answers that the flow waits for: JSON, or a text. */
  z.strictObject({ http: z.strictObject({ status: z.number().int().min(100).max(599), body: z.union([z.string(), jsonSchema]).optional(), headers: z.record(z.string(), z.string()).optional() }) }),
  /** The service does not answer: it cannot be reached, or it takes too long. */
  z.strictObject({ httpFailed: z.enum(HTTP_FAILURES) }),
  z.strictObject({ set: worldSchema }),
  /** Another system tells an event that the flow has a trigger for. A conversation under way is not interrupted. */
  z.strictObject({ event: z.string().min(1).max(80), data: jsonObjectSchema.optional() }),
  /** The schedule of this id is due. */
  z.strictObject({ schedule: z.string().min(1).max(40) }),
]);
export type ScriptEvent = z.infer<typeof scriptEventSchema>;

const candidateSchema = z.strictObject({ id: z.string(), title: localizedTextSchema, answer: localizedTextSchema });
const knowledgeResultSchema = z.strictObject({ outcome: z.enum(['answered', 'unsure', 'none']), candidates: z.array(candidateSchema).max(20) });

/** What a customer and the people around her do, in order, under a clock that only the script moves. */
export const scriptSchema = z.strictObject({
  language: localeSchema,
  start: instantSchema.default('2026-01-05T09:00:00Z'),
  contact: contactSchema.optional(),
  facts: z
    .strictObject({
      /** By key: a calendar, or what it says whatever the hour. Those that are not named are open. */
      calendars: z.record(z.string(), z.union([z.enum(['open', 'closed']), calendarSchema])),
      staffing: staffingSchema,
    })
    .partial()
    .optional(),
  /** Values the flow begins with, over those of the customer's own. */
  variables: jsonObjectSchema.optional(),
  /** What the knowledge base answers, by question as it is asked; `*` answers every other. Without it, the articles do. */
  knowledge: z.record(z.string(), knowledgeResultSchema).optional(),
  events: z.array(scriptEventSchema).min(1).max(1000),
});
/** A script as written: `start` may be left out. */
export type Script = z.input<typeof scriptSchema>;

/** A script before anything happens in it. */
export const scriptSettingSchema = scriptSchema.omit({ events: true });
export type ScriptSetting = z.infer<typeof scriptSettingSchema>;
