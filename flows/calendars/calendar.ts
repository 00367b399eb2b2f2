import { z } from 'zod';
import { localizedTextSchema } from '@/flows/document/localized-text';
import { isDay } from '@/flows/document/variable-value';
import { isKnownZone } from '@/flows/expressions/zone';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const timeSchema = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time such as 09:00, up to 24:00');

/** Open from the first minute to before the last. A night is two spans: to 24:00, and from 00:00 of the next day. */
const spanSchema = z.strictObject({ from: timeSchema, to: timeSchema }).refine(({ from, to }) => from < to, 'ends before it begins');
export type Span = z.infer<typeof spanSchema>;

const spansSchema = z
  .array(spanSchema)
  .max(10)
  .refine((spans) => [...spans].sort((left, right) => (left.from < right.from ? -1 : 1)).every((span, index, all) => index === 0 || (all[index - 1]?.to ?? '') <= span.from), 'two spans overlap');

/** When a service is open, in the time of its zone. A holiday takes the place of its weekday: no spans, closed all day. */
export const calendarSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: localizedTextSchema,
  timeZone: z.string().refine(isKnownZone, 'not a time zone Relais knows'),
  spans: z.strictObject({ mon: spansSchema, tue: spansSchema, wed: spansSchema, thu: spansSchema, fri: spansSchema, sat: spansSchema, sun: spansSchema }),
  holidays: z
    .array(z.strictObject({ date: z.string().refine(isDay, 'not a day such as 2026-12-25'), name: localizedTextSchema, spans: spansSchema }))
    .max(500)
    .refine((holidays) => new Set(holidays.map(({ date }) => date)).size === holidays.length, 'two holidays on one day'),
});
export type Calendar = z.infer<typeof calendarSchema>;
