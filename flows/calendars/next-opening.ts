import { zoneOffset } from '@/flows/expressions/zone';
import type { Calendar } from './calendar';
import { midnightOf, spansOf } from './day-spans';
import { isOpen } from './is-open';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** How far it is looked ahead, in days: over a year, for a service that opens one day a year. */
const HORIZON = 400;

/** The first moment, from `now` on, when the service is open: `now` itself while it is. Null when it does not open within 400 days. */
export function nextOpening(calendar: Calendar, now: number): number | null {
  if (isOpen(calendar, now)) return now;
  const today = midnightOf(now + (zoneOffset(calendar.timeZone, now) ?? 0));
  for (let day = 0; day <= HORIZON; day += 1) {
    const midnight = today + day * DAY;
    const moments = spansOf(calendar, midnight).flatMap(({ from, to }) => opening(calendar, midnight + from, midnight + to, now));
    const first = moments.sort((left, right) => left - right)[0];
    if (first !== undefined) return first;
  }
  return null;
}

/** Moments from `now` on at which the wall clock enters a span: also where it is set forward over the span's beginning, or back before it. */
function opening(calendar: Calendar, from: number, to: number, now: number): number[] {
  const { timeZone } = calendar;
  const offsets = new Set([zoneOffset(timeZone, from - DAY) ?? 0, zoneOffset(timeZone, from + DAY) ?? 0]);
  const moments = [...offsets].map((offset) => from - offset);
  // The hour that is skipped in spring or repeated in autumn begins on a whole hour of UTC in every zone of the table, or half past it.
  for (const offset of offsets) for (let at = Math.ceil((from - offset - HOUR) / (HOUR / 2)) * (HOUR / 2); at < to - offset + HOUR; at += HOUR / 2) moments.push(at);
  return moments.filter((moment) => moment >= now && isOpen(calendar, moment) && !isOpen(calendar, moment - 1));
}
