import { zoneOffset } from '@/flows/expressions/zone';
import type { Calendar } from './calendar';
import { midnightOf, spansOf } from './day-spans';

/** Whether the service is open at `now` (epoch milliseconds), by the clock on the wall of its zone. */
export function isOpen(calendar: Calendar, now: number): boolean {
  const local = now + (zoneOffset(calendar.timeZone, now) ?? 0);
  const midnight = midnightOf(local);
  return spansOf(calendar, midnight).some(({ from, to }) => local >= midnight + from && local < midnight + to);
}
