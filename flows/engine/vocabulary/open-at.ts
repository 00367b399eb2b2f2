import { calendarSchema, type Calendar } from '@/flows/calendars/calendar';
import { isOpen } from '@/flows/calendars/is-open';
import type { Json } from '@/flows/document/json';
import { EngineFailure } from '../engine-failure';
import type { Turn } from '../turn';

/** Throws EngineFailure without the calendar: to guess whether anybody is there would be wrong half of the time. */
export function openAt({ facts, now }: Turn, { calendar }: { calendar: string }): boolean {
  const calendars = facts.calendars;
  const found = typeof calendars === 'object' && calendars !== null && !Array.isArray(calendars) && Object.hasOwn(calendars, calendar) ? calendars[calendar] : undefined;
  return isOpen(readCalendar(found, calendar), now);
}

function readCalendar(value: Json | undefined, key: string): Calendar {
  const parsed = calendarSchema.safeParse(value);
  if (!parsed.success) throw new EngineFailure('fact-missing', `no calendar ${key}`);
  return parsed.data;
}
