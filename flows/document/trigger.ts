import { z } from 'zod';

/** The most triggers one flow may have, and the most contacts one run of a schedule may reach. */
export const MOST_TRIGGERS = 50;
export const MOST_CONTACTS = 10_000;
export const DEFAULT_CONTACTS = 500;
/** How often a schedule may repeat at most, in minutes. */
export const SHORTEST_INTERVAL = 15;
const LONGEST_INTERVAL = 7 * 24 * 60;

const TRIGGER_WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const triggerIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'letters, digits, - and _, at most 40');
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:00');

/**
 * When a schedule runs, by the clock on the wall of its zone. A month without the day runs on its last. An interval
 * counts from midnight UTC of 1 January 1970, so that it does not depend on when the flow was published.
 */
export const scheduleTimeSchema = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day'), at: timeSchema }),
  z.strictObject({ every: z.literal('week'), days: z.array(z.enum(TRIGGER_WEEKDAYS)).min(1).max(7), at: timeSchema }),
  z.strictObject({ every: z.literal('month'), day: z.number().int().min(1).max(31), at: timeSchema }),
  z.strictObject({ every: z.literal('interval'), minutes: z.number().int().min(SHORTEST_INTERVAL).max(LONGEST_INTERVAL) }),
  /** One moment. That the date is one of the calendar is the compiler's to say: a field being filled in is still a document. */
  z.strictObject({ every: z.literal('once'), date: z.string().max(10), at: timeSchema }),
]);
export type ScheduleTime = z.infer<typeof scheduleTimeSchema>;

/** A system of the workspace's own says that something happened: `event` names it, and its data fill variables by path. */
const apiEventTriggerSchema = z.strictObject({
  id: triggerIdSchema,
  type: z.literal('api-event'),
  event: z.string().max(80),
  /** By variable, where its value stands in the event's data: `order.items.0.name`. */
  variables: z.record(z.string().max(40), z.string().max(200)),
});
export type ApiEventTrigger = z.infer<typeof apiEventTriggerSchema>;

/** The clock begins the flow, with each contact of the audience. */
const scheduleTriggerSchema = z.strictObject({
  id: triggerIdSchema,
  type: z.literal('schedule'),
  when: scheduleTimeSchema,
  /** IANA name. */
  timeZone: z.string().max(60),
  audience: z.strictObject({
    /** Public key of a channel connection; null stands for those the flow answers on. */
    connection: z.string().max(80).nullable(),
    /** CEL over `contact`; empty means everybody. */
    condition: z.string().max(4096),
    /** At most so many contacts a run. */
    most: z.number().int().min(1).max(MOST_CONTACTS),
  }),
  /** Key of a calendar: a run that falls into its closed hours is left out. */
  calendar: z.string().max(40).nullable(),
});
export type ScheduleTrigger = z.infer<typeof scheduleTriggerSchema>;

/** What begins a flow besides a customer who writes. Further kinds are further members, told apart by `type`. */
export const triggerSchema = z.discriminatedUnion('type', [apiEventTriggerSchema, scheduleTriggerSchema]);
export type Trigger = z.infer<typeof triggerSchema>;

export const triggersSchema = z
  .array(triggerSchema)
  .max(MOST_TRIGGERS)
  .refine((triggers) => new Set(triggers.map(({ id }) => id)).size === triggers.length, 'two triggers with one id');

/** What an event may be called: `order.shipped`, `cart-left`. */
export const EVENT_NAME = /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/;
/** Keys and positions in a list, one after the other, with points between. */
export const DATA_PATH = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;
