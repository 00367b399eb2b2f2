import { WEEKDAYS, type Calendar, type Weekday } from '@/flows/calendars/calendar';

/** A calendar that says the same at every hour, for hours set by hand. */
export function fixedCalendar(key: string, state: 'open' | 'closed'): Calendar {
  const spans = state === 'open' ? [{ from: '00:00', to: '24:00' }] : [];
  return {
    key,
    name: {},
    timeZone: 'UTC',
    spans: Object.fromEntries(WEEKDAYS.map((day) => [day, spans])) as Record<Weekday, typeof spans>,
    holidays: [],
  };
}
